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

    /** Whether {@code number} is to be destroyed; an earlier generation only ever ends by such an order. */
    boolean erasureOrdered(int number) {
        return number == generation ? phase == Phase.ERASURE_ORDERED : number >= 1 && number < generation;
    }

    RecognitionKey with(RecordId faceprint) {
        Set<RecordId> more = new LinkedHashSet<>(faceprints);
        more.add(faceprint);
        return new RecognitionKey(generation, phase, more);
    }

    /** The end of {@code number}; a later generation is not touched by it. */
    RecognitionKey ended(int number, Phase next) {
        return number == generation ? new RecognitionKey(generation, next, Set.of()) : this;
    }
}
