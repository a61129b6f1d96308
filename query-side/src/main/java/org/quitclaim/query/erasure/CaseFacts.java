package org.quitclaim.query.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.StoreCode;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;

/**
 * What the history says about a case.
 *
 * @param done the steps taken, in the order taken
 * @param searched the stores that were searched when nothing was left
 * @param todo the steps still to be taken
 */
public record CaseFacts(
        ErasureCaseId id,
        PersonId person,
        KeyScope scope,
        int keyGeneration,
        ErasureCause cause,
        LocalDate dueOn,
        Instant openedAt,
        Map<ErasureStep, Instant> done,
        List<StoreCode> searched,
        List<ErasureStep> todo,
        @Nullable Instant closedAt) {
    public CaseFacts {
        done = Collections.unmodifiableMap(new LinkedHashMap<>(done));
        searched = List.copyOf(searched);
        todo = List.copyOf(todo);
    }

    static CaseFacts of(ErasureCaseView view) {
        Map<ErasureStep, Instant> done = new LinkedHashMap<>();
        view.done().forEach(step -> done.put(step.step(), step.at()));
        return new CaseFacts(
                view.erasureCaseId(),
                view.personId(),
                view.scope(),
                view.keyGeneration(),
                view.cause(),
                view.dueOn(),
                view.openedAt(),
                done,
                view.searched(),
                List.copyOf(view.todo()),
                view.closedAt());
    }

    /** Finds the facts of a case. */
    @FunctionalInterface
    public interface Lookup {
        Optional<CaseFacts> find(ErasureCaseId id);
    }
}
