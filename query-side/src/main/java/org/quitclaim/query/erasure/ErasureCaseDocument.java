package org.quitclaim.query.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.erasure.ErasureState;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.StoreCode;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.query.projection.ReadDocument;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An erasure case: what has to be erased, why, by when and what was done.
 *
 * @param steps in the order taken
 * @param searched the stores that were searched when nothing was found
 * @param closed when; empty while open
 */
@Document("erasure-cases")
@CompoundIndex(def = "{'person': 1, 'open': 1, 'parked': 1, 'claimed': 1, 'born': 1}")
@CompoundIndex(def = "{'open': 1, 'parked': 1, 'claimed': 1, 'born': 1}")
record ErasureCaseDocument(
        ErasureCaseId id,
        PersonId person,
        KeyScope scope,
        int keyGeneration,
        ErasureCause cause,
        LocalDate dueOn,
        Instant openedAt,
        List<Step> steps,
        List<StoreCode> searched,
        List<Instant> closed,
        ErasureState state,
        long born,
        long lastSeq)
        implements ReadDocument {
    static final String PERSON = "person";
    static final String OPEN = "open";
    static final String PARKED = "parked";
    static final String CLAIMED = "claimed";
    static final String HELD_UNTIL = "heldUntil";

    /** A step that was taken. */
    record Step(ErasureStep step, Instant at) {}

    ErasureCaseDocument {
        steps = List.copyOf(steps);
        searched = List.copyOf(searched);
        closed = List.copyOf(closed);
    }

    @Override
    public String documentId() {
        return id.value();
    }

    /** Whether a claim keeps it or did until its time was over, and until when; the clock is asked with the list. */
    @Override
    public Map<String, Object> derived(Instant at) {
        Map<String, Object> derived = new HashMap<>(Map.of(OPEN, closed.isEmpty(), PARKED, isParked()));
        Optional<Instant> until = Optional.ofNullable(ErasureCaseView.heldUntil(state, Instant.EPOCH));
        derived.put(CLAIMED, until.isPresent());
        until.ifPresent(end -> derived.put(HELD_UNTIL, Date.from(end)));
        return derived;
    }

    /** Whether a step waits for a person. */
    boolean isParked() {
        return state instanceof ErasureState.Open open && !open.parked().isEmpty();
    }
}
