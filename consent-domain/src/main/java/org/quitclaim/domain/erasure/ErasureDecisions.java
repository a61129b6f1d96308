package org.quitclaim.domain.erasure;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.erasure.ErasureCommand.CloseErasureCase;
import org.quitclaim.domain.erasure.ErasureCommand.ExtendDueDate;
import org.quitclaim.domain.erasure.ErasureCommand.OpenErasureCase;
import org.quitclaim.domain.erasure.ErasureCommand.RecordErasureStep;
import org.quitclaim.domain.erasure.ErasureEvent.DueDateExtended;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureCaseClosed;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureCaseOpened;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureStepRecorded;
import org.quitclaim.domain.erasure.ErasureState.Closed;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureState.Unopened;

/** Decides about erasure cases: closed only when every step its scope needs was recorded. */
public final class ErasureDecisions {
    private static final int LONGEST_EXTENSION_MONTHS = 2;

    private ErasureDecisions() {}

    public static Decision<ErasureEvent> decide(ErasureState state, ErasureCommand command, Instant at) {
        return switch (state) {
            case Unopened u ->
                command instanceof OpenErasureCase c
                        ? Decision.accept(new ErasureCaseOpened(
                                c.erasureCase(), c.person(), c.scope(), c.keyGeneration(), c.cause(), c.dueOn(), at))
                        : Decision.reject(ErasureRejection.UNKNOWN_CASE);
            case Open open -> decideOpen(open, command, at);
            case Closed closed ->
                Decision.reject(
                        command instanceof OpenErasureCase
                                ? ErasureRejection.ALREADY_OPEN
                                : ErasureRejection.ALREADY_CLOSED);
        };
    }

    private static Decision<ErasureEvent> decideOpen(Open open, ErasureCommand command, Instant at) {
        return switch (command) {
            case OpenErasureCase c -> Decision.reject(ErasureRejection.ALREADY_OPEN);
            case RecordErasureStep c -> step(open, c.step(), at);
            case CloseErasureCase c ->
                open.todo().isEmpty()
                        ? Decision.accept(new ErasureCaseClosed(open.id(), at))
                        : Decision.reject(ErasureRejection.NOT_FINISHED);
            case ExtendDueDate c -> extend(open, c, at);
        };
    }

    private static Decision<ErasureEvent> step(Open open, ErasureStep step, Instant at) {
        if (open.done().contains(step)) {
            return Decision.reject(ErasureRejection.STEP_ALREADY_DONE);
        }
        return open.todo().contains(step)
                ? Decision.accept(new ErasureStepRecorded(open.id(), step, at))
                : Decision.reject(ErasureRejection.STEP_NOT_NEEDED);
    }

    private static Decision<ErasureEvent> extend(Open open, ExtendDueDate c, Instant at) {
        if (open.extended()) {
            return Decision.reject(ErasureRejection.ALREADY_EXTENDED);
        }
        boolean reasonable = c.dueOn().isAfter(open.dueOn())
                && !c.dueOn().isAfter(open.dueOn().plusMonths(LONGEST_EXTENSION_MONTHS));
        return reasonable
                ? Decision.accept(new DueDateExtended(open.id(), c.dueOn(), c.reason(), at))
                : Decision.reject(ErasureRejection.EXTENSION_TOO_LONG);
    }

    public static ErasureState evolve(ErasureState state, ErasureEvent event) {
        return switch (event) {
            case ErasureCaseOpened e ->
                new Open(e.erasureCase(), e.person(), e.scope(), e.keyGeneration(), e.dueOn(), false, Set.of());
            case ErasureCaseClosed e -> new Closed(e.erasureCase());
            case ErasureStepRecorded e -> state instanceof Open open ? done(open, e.step()) : state;
            case DueDateExtended e ->
                state instanceof Open open
                        ? new Open(
                                open.id(),
                                open.person(),
                                open.scope(),
                                open.keyGeneration(),
                                e.dueOn(),
                                true,
                                open.done())
                        : state;
        };
    }

    private static Open done(Open open, ErasureStep step) {
        Set<ErasureStep> done = new TreeSet<>(open.done());
        done.add(step);
        return new Open(
                open.id(), open.person(), open.scope(), open.keyGeneration(), open.dueOn(), open.extended(), done);
    }
}
