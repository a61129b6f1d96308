package org.quitclaim.domain.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.erasure.ErasureCommand.CloseErasureCase;
import org.quitclaim.domain.erasure.ErasureCommand.ExtendDueDate;
import org.quitclaim.domain.erasure.ErasureCommand.NameSought;
import org.quitclaim.domain.erasure.ErasureCommand.NoteHold;
import org.quitclaim.domain.erasure.ErasureCommand.OpenErasureCase;
import org.quitclaim.domain.erasure.ErasureCommand.ParkErasureStep;
import org.quitclaim.domain.erasure.ErasureCommand.RecordCleanSearch;
import org.quitclaim.domain.erasure.ErasureCommand.RecordErasureStep;
import org.quitclaim.domain.erasure.ErasureCommand.RecordPhotosLeaving;
import org.quitclaim.domain.erasure.ErasureCommand.RetryParkedSteps;
import org.quitclaim.domain.erasure.ErasureCommand.SoundAlarm;
import org.quitclaim.domain.erasure.ErasureEvent.DueAlarmSounded;
import org.quitclaim.domain.erasure.ErasureEvent.DueDateExtended;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureCaseClosed;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureCaseOpened;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureHeld;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureStepParked;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureStepRecorded;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureStepRetried;
import org.quitclaim.domain.erasure.ErasureEvent.PhotosLeaving;
import org.quitclaim.domain.erasure.ErasureEvent.StepsRequired;
import org.quitclaim.domain.erasure.ErasureEvent.StoresSearched;
import org.quitclaim.domain.erasure.ErasureState.Closed;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureState.Unopened;
import org.quitclaim.domain.erasure.ErasureState.Work;

/**
 * Decides about erasure cases.
 *
 * <p><b>Guarantees:</b> closed only when every step that live systems need was recorded; what has to wait for copies
 * outside them ({@link ErasureStep#followsClosing}) is recorded on the closed case.
 */
public final class ErasureDecisions {
    private static final int LONGEST_EXTENSION_MONTHS = 2;

    private ErasureDecisions() {}

    public static Decision<ErasureEvent> decide(ErasureState state, ErasureCommand command, Instant at) {
        return switch (state) {
            case Unopened u ->
                command instanceof OpenErasureCase open
                        ? open(open, at)
                        : Decision.reject(ErasureRejection.UNKNOWN_CASE);
            case Open open -> decideOpen(open, command, at);
            case Closed closed -> decideClosed(closed, command, at);
        };
    }

    private static Decision<ErasureEvent> open(OpenErasureCase c, Instant at) {
        Set<ErasureStep> plan = new TreeSet<>(ErasurePlan.of(c.scope(), c.cause(), c.photos()));
        if (!c.copies()) {
            plan.remove(ErasureStep.COPIES_SETTLED);
        }
        return Decision.accept(List.of(
                new ErasureCaseOpened(
                        c.erasureCase(), c.person(), c.scope(), c.keyGeneration(), c.cause(), c.dueOn(), at),
                new StepsRequired(c.erasureCase(), List.copyOf(plan), c.lookedFor(), at)));
    }

    private static Decision<ErasureEvent> decideOpen(Open open, ErasureCommand command, Instant at) {
        return switch (command) {
            case OpenErasureCase c -> Decision.reject(ErasureRejection.ALREADY_OPEN);
            case NameSought c ->
                open.isWithoutList()
                        ? Decision.accept(
                                new StepsRequired(c.erasureCase(), List.copyOf(open.required()), c.lookedFor(), at))
                        : Decision.reject(ErasureRejection.STEP_ALREADY_DONE);
            case NoteHold c ->
                open.heldUntil().contains(c.until())
                        ? Decision.reject(ErasureRejection.ALREADY_HELD)
                        : Decision.accept(new ErasureHeld(c.erasureCase(), c.until(), at));
            case RecordErasureStep c -> step(open, c.step(), at);
            case RecordPhotosLeaving c ->
                open.todo().stream().anyMatch(ErasureStep::takesPhotos)
                        ? Decision.accept(new PhotosLeaving(c.erasureCase(), c.photos(), at))
                        : Decision.reject(ErasureRejection.STEP_NOT_NEEDED);
            case RecordCleanSearch c -> searched(open, c, at);
            case ParkErasureStep c -> park(open, c, at);
            case RetryParkedSteps c -> retry(open, at);
            case SoundAlarm c -> sound(open, c, at);
            case CloseErasureCase c ->
                open.todo().isEmpty()
                        ? Decision.accept(new ErasureCaseClosed(c.erasureCase(), at))
                        : Decision.reject(ErasureRejection.NOT_FINISHED);
            case ExtendDueDate c -> extend(open.work(), c, at);
        };
    }

    private static Decision<ErasureEvent> decideClosed(Closed closed, ErasureCommand command, Instant at) {
        if (command instanceof RecordErasureStep c && c.step().followsClosing()) {
            return closed.awaited().contains(c.step())
                    ? Decision.accept(new ErasureStepRecorded(closed.id(), c.step(), at))
                    : Decision.reject(ErasureRejection.STEP_ALREADY_DONE);
        }
        return Decision.reject(
                command instanceof OpenErasureCase ? ErasureRejection.ALREADY_OPEN : ErasureRejection.ALREADY_CLOSED);
    }

    private static Decision<ErasureEvent> step(Open open, ErasureStep step, Instant at) {
        if (open.done().contains(step)) {
            return Decision.reject(ErasureRejection.STEP_ALREADY_DONE);
        }
        return open.required().contains(step)
                ? Decision.accept(new ErasureStepRecorded(open.work().id(), step, at))
                : Decision.reject(ErasureRejection.STEP_NOT_NEEDED);
    }

    private static Decision<ErasureEvent> searched(Open open, RecordCleanSearch c, Instant at) {
        return switch (step(open, ErasureStep.SEARCH_CLEAN, at)) {
            case Decision.Accepted<ErasureEvent> accepted -> {
                List<ErasureEvent> events = new ArrayList<>();
                events.add(new StoresSearched(c.erasureCase(), c.stores(), at));
                events.addAll(accepted.events());
                yield Decision.accept(events);
            }
            case Decision.Rejected<ErasureEvent> rejected -> rejected;
        };
    }

    private static Decision<ErasureEvent> park(Open open, ParkErasureStep c, Instant at) {
        if (open.parked().containsKey(c.step())) {
            return Decision.reject(ErasureRejection.ALREADY_PARKED);
        }
        return open.todo().contains(c.step())
                ? Decision.accept(new ErasureStepParked(c.erasureCase(), c.step(), c.why(), c.found(), at))
                : Decision.reject(ErasureRejection.STEP_NOT_NEEDED);
    }

    private static Decision<ErasureEvent> retry(Open open, Instant at) {
        List<ErasureEvent> events = new ArrayList<>();
        open.parked()
                .keySet()
                .forEach(step -> events.add(new ErasureStepRetried(open.work().id(), step, at)));
        return events.isEmpty() ? Decision.reject(ErasureRejection.NOTHING_PARKED) : Decision.accept(events);
    }

    private static Decision<ErasureEvent> sound(Open open, SoundAlarm c, Instant at) {
        if (open.alarms().contains(c.alarm())) {
            return Decision.reject(ErasureRejection.ALREADY_SOUNDED);
        }
        return Decision.accept(
                new DueAlarmSounded(c.erasureCase(), c.alarm(), open.work().dueOn(), at));
    }

    private static Decision<ErasureEvent> extend(Work work, ExtendDueDate c, Instant at) {
        if (work.extended()) {
            return Decision.reject(ErasureRejection.ALREADY_EXTENDED);
        }
        boolean reasonable = c.dueOn().isAfter(work.dueOn())
                && !c.dueOn().isAfter(work.dueOn().plusMonths(LONGEST_EXTENSION_MONTHS));
        return reasonable
                ? Decision.accept(new DueDateExtended(work.id(), c.dueOn(), c.reason(), at))
                : Decision.reject(ErasureRejection.EXTENSION_TOO_LONG);
    }

    public static ErasureState evolve(ErasureState state, ErasureEvent event) {
        if (event instanceof ErasureCaseOpened e) {
            return Open.begun(
                    new Work(e.erasureCase(), e.person(), e.scope(), e.keyGeneration(), e.dueOn(), false),
                    ErasurePlan.unwritten(e.scope()));
        }
        return switch (state) {
            case Unopened unopened -> unopened;
            case Open open -> evolveOpen(open, event);
            case Closed closed -> event instanceof ErasureStepRecorded e ? closed.without(e.step()) : closed;
        };
    }

    private static ErasureState evolveOpen(Open open, ErasureEvent event) {
        return switch (event) {
            case ErasureCaseOpened e -> open;
            case StepsRequired e -> open.planned(Set.copyOf(e.steps()), e.lookedFor());
            case ErasureHeld e -> open.held(e.until());
            case ErasureStepRecorded e -> open.with(e.step());
            case PhotosLeaving e -> open;
            case StoresSearched e -> open;
            case ErasureStepParked e -> open.parked(e.step(), new Parked(e.why(), e.found()));
            case ErasureStepRetried e -> open.retried(e.step());
            case DueAlarmSounded e -> open.sounded(e.alarm());
            case DueDateExtended e -> open.dueOn(e.dueOn());
            case ErasureCaseClosed e -> new Closed(open.work().id(), open.outstanding());
        };
    }
}
