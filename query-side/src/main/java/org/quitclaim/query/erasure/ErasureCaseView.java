package org.quitclaim.query.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.erasure.ErasureCaseId;
import org.quitclaim.domain.erasure.ErasureState;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.vault.KeyScope;

/** An erasure case as queries show it. */
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
        Set<ErasureStep> todo,
        @Nullable Instant closedAt) {
    static ErasureCaseView of(ErasureCaseDocument document) {
        return new ErasureCaseView(
                document.id(),
                document.person(),
                document.scope(),
                document.keyGeneration(),
                document.cause(),
                document.dueOn(),
                document.openedAt(),
                document.steps(),
                todo(document.state()),
                document.closed().isEmpty() ? null : document.closed().getLast());
    }

    private static Set<ErasureStep> todo(ErasureState state) {
        return switch (state) {
            case ErasureState.Unopened unopened -> Set.of();
            case ErasureState.Open open -> open.todo();
            case ErasureState.Closed closed -> Set.of();
        };
    }
}
