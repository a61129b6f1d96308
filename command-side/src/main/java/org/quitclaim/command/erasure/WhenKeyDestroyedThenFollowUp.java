package org.quitclaim.command.erasure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.WorkerGroup;
import org.quitclaim.domain.erasure.ErasureCommand.CloseErasureCase;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.ParkedBecause;
import org.quitclaim.domain.id.ErasureCaseId;

/**
 * Takes the steps that follow the destruction of a key, in order, and closes the case.
 *
 * <p><b>Guarantees:</b> a step begins when those before it are done, except that the search of the stores does not wait
 * for recipients, and that during a hold only what looks for leftovers waits for the key: a hold on the name keeps the
 * name, and not the photos (R67). What fails again and again is parked until somebody retries it, and so is a finding: at
 * once when the stores were searched, after a while when screens may merely be behind.
 */
final class WhenKeyDestroyedThenFollowUp implements Duty {
    private final ErasureCases cases;
    private final Commands commands;
    private final Map<ErasureStep, FollowUp> works;
    private final FailedAttempts attempts = new FailedAttempts();

    public WhenKeyDestroyedThenFollowUp(ErasureCases cases, Commands commands, List<FollowUp> works) {
        this.cases = cases;
        this.commands = commands;
        this.works = works.stream().collect(Collectors.toMap(FollowUp::step, Function.identity()));
    }

    @Override
    public TodoKind kind() {
        return TodoKind.FOLLOW_UP;
    }

    @Override
    public WorkerGroup workers() {
        return WorkerGroup.PATIENT;
    }

    @Override
    public void perform(Todo todo) {
        ErasureCaseId id = new ErasureCaseId(todo.subject());
        Origin origin = Origin.system("erasure-policy").about(id);
        Optional<Open> found = cases.find(id);
        if (found.isPresent() && takeSteps(found.get(), origin)) {
            cases.shred(RemnantList.keyOf(id));
            commands.offer(new CloseErasureCase(id), origin);
        }
    }

    /** @return whether nothing is left */
    private boolean takeSteps(Open open, Origin origin) {
        boolean destroyed = open.todo().stream().noneMatch(ErasureStep::isDestruction);
        if (!destroyed && open.heldUntil().isEmpty()) {
            return false;
        }
        boolean all = destroyed;
        for (ErasureStep step : open.todo()) {
            if (step.isDestruction()) {
                continue;
            }
            if (step.followsDestruction() && !destroyed) {
                return false;
            }
            FollowUp work = works.get(step);
            boolean taken = work != null && !open.parked().containsKey(step) && take(work, open, origin);
            all &= taken;
            if (!taken && step != ErasureStep.RECIPIENTS_TOLD) {
                return false;
            }
        }
        return all;
    }

    private boolean take(FollowUp work, Open open, Origin origin) {
        ErasureCaseId id = open.work().id();
        FollowUp.Outcome outcome;
        try {
            outcome = work.take(open, origin);
        } catch (RuntimeException e) {
            if (attempts.exhausted(id, work.step(), e)) {
                cases.park(id, work.step(), ParkedBecause.FAILED, List.of(), origin);
            }
            throw e;
        }
        return switch (outcome) {
            case FollowUp.Outcome.Done done -> {
                attempts.succeeded(id, work.step());
                cases.done(id, work.step(), work.record(open), origin);
                yield true;
            }
            case FollowUp.Outcome.Waiting waiting -> false;
            case FollowUp.Outcome.Leftovers left -> {
                if (work.step() == ErasureStep.SEARCH_CLEAN || attempts.exhausted(id, work.step())) {
                    cases.park(id, work.step(), ParkedBecause.LEFTOVERS, left.found(), origin);
                }
                yield false;
            }
        };
    }
}
