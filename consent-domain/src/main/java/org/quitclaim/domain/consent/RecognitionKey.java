package org.quitclaim.domain.consent;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.quitclaim.domain.vault.RecordId;

/**
 * The faceprint's key generation.
 *
 * <p><b>Guarantees:</b> generation only grows; a generation that is not ACTIVE never becomes so again.
 *
 * @param generation 0 before the first grant
 * @param faceprints sealed under this generation
 */
public record RecognitionKey(int generation, Phase phase, Set<RecordId> faceprints) {
    /** The life of one generation. */
    public enum Phase {
        NONE,
        ACTIVE,
        ERASURE_ORDERED,
        DESTROYED
    }

    public static final RecognitionKey NONE = new RecognitionKey(0, Phase.NONE, Set.of());

    public RecognitionKey {
        faceprints = Collections.unmodifiableSet(new LinkedHashSet<>(faceprints));
    }

    RecognitionKey with(RecordId faceprint) {
        Set<RecordId> more = new LinkedHashSet<>(faceprints);
        more.add(faceprint);
        return new RecognitionKey(generation, phase, more);
    }

    RecognitionKey in(Phase next) {
        return new RecognitionKey(generation, next, next == Phase.ACTIVE ? faceprints : Set.of());
    }
}
