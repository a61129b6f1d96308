package org.quitclaim.query.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.erasure.ErasureState;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.StoreCode;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.query.projection.ReadDocument;

/**
 * An erasure case: what has to be erased, why, by when and what was done.
 *
 * @param steps in the order taken
 * @param swept the stores that the clean sweep searched
 * @param closed when; empty while open
 */
record ErasureCaseDocument(
        ErasureCaseId id,
        PersonId person,
        KeyScope scope,
        int keyGeneration,
        ErasureCause cause,
        LocalDate dueOn,
        Instant openedAt,
        List<Step> steps,
        List<StoreCode> swept,
        List<Instant> closed,
        ErasureState state,
        long born,
        long lastSeq)
        implements ReadDocument {
    static final String PERSON = "person";

    /** A step that was taken. */
    record Step(ErasureStep step, Instant at) {}

    ErasureCaseDocument {
        steps = List.copyOf(steps);
        swept = List.copyOf(swept);
        closed = List.copyOf(closed);
    }

    @Override
    public String documentId() {
        return id.value();
    }

    @Override
    public Map<String, Object> derived() {
        return Map.of(PERSON, person.value());
    }

    /** Whether a claim keeps it for now. */
    boolean isHeld(Instant now) {
        return ErasureCaseView.heldUntil(state, now) != null;
    }

    /** Whether a step waits for a person. */
    boolean isParked() {
        return state instanceof ErasureState.Open open && !open.parked().isEmpty();
    }
}
