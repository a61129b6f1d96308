package org.quitclaim.query.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.erasure.ErasureState;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.Found;
import org.quitclaim.domain.erasure.ParkedBecause;
import org.quitclaim.domain.erasure.StoreCode;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;

/**
 * An erasure case as queries show it.
 *
 * @param searched the stores that were searched when nothing was left
 * @param todo what live systems still need
 * @param awaited what copies outside live systems still wait for
 * @param parked what waits for a person
 * @param heldUntil until when a claim keeps it; absent when nothing does
 * @param alarm how urgent an open case is; absent when there is time, and when it is closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasureCaseView(
        ErasureCaseId erasureCaseId,
        PersonId personId,
        KeyScope scope,
        int keyGeneration,
        ErasureCause cause,
        LocalDate dueOn,
        Instant openedAt,
        List<ErasureCaseDocument.Step> done,
        List<StoreCode> searched,
        Set<ErasureStep> todo,
        Set<ErasureStep> awaited,
        List<Waiting> parked,
        @Nullable Instant heldUntil,
        @Nullable DueAlarm alarm,
        @Nullable Instant closedAt) {
    /** A step that waits for a person. */
    record Waiting(ErasureStep step, ParkedBecause why, List<Found> found) {}

    static ErasureCaseView of(ErasureCaseDocument document, Instant now) {
        return new ErasureCaseView(
                document.id(),
                document.person(),
                document.scope(),
                document.keyGeneration(),
                document.cause(),
                document.dueOn(),
                document.openedAt(),
                document.steps(),
                document.searched(),
                todo(document.state()),
                awaited(document.state()),
                parked(document.state()),
                heldUntil(document.state(), now),
                alarm(document.state()),
                document.closed().isEmpty() ? null : document.closed().getLast());
    }

    private static Set<ErasureStep> todo(ErasureState state) {
        return switch (state) {
            case ErasureState.Unopened unopened -> Set.of();
            case ErasureState.Open open -> open.todo();
            case ErasureState.Closed closed -> Set.of();
        };
    }

    private static Set<ErasureStep> awaited(ErasureState state) {
        return state instanceof ErasureState.Closed closed ? closed.awaited() : Set.of();
    }

    private static List<Waiting> parked(ErasureState state) {
        return state instanceof ErasureState.Open open
                ? open.parked().entrySet().stream()
                        .map(one -> new Waiting(
                                one.getKey(),
                                one.getValue().why(),
                                one.getValue().found()))
                        .toList()
                : List.of();
    }

    static @Nullable Instant heldUntil(ErasureState state, Instant now) {
        return state instanceof ErasureState.Open open
                        && !open.heldUntil().isEmpty()
                        && open.todo().contains(ErasureStep.KEY_DESTROYED)
                        && now.isBefore(open.heldUntil().getLast())
                ? open.heldUntil().getLast()
                : null;
    }

    private static @Nullable DueAlarm alarm(ErasureState state) {
        return state instanceof ErasureState.Open open
                ? open.alarms().stream().reduce((soon, later) -> later).orElse(null)
                : null;
    }
}
