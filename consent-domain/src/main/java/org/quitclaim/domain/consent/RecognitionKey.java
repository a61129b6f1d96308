package org.quitclaim.domain.consent;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.vault.RecordId;

/**
 * The faceprint's key generation.
 *
 * <p><b>Guarantees:</b> generation only grows; a generation that is not ACTIVE never becomes so again; each is destroyed
 * once.
 *
 * @param generation 0 before the first grant
 * @param faceprints sealed under this generation
 * @param owed the generations, this one or earlier, whose destruction was ordered and has not been recorded
 */
public record RecognitionKey(int generation, Phase phase, Set<RecordId> faceprints, Set<Integer> owed) {
    /** The life of one generation. */
    public enum Phase {
        NONE,
        ACTIVE,
        ERASURE_ORDERED,
        DESTROYED
    }

    public static final RecognitionKey NONE = new RecognitionKey(0, Phase.NONE, Set.of(), Set.of());

    public RecognitionKey {
        faceprints = Collections.unmodifiableSet(new LinkedHashSet<>(faceprints));
        owed = Ordered.set(owed);
    }

    /** Whether {@code number} is still to be destroyed. */
    boolean owes(int number) {
        return owed.contains(number);
    }

    /** The next generation; what is owed of earlier ones stays so. */
    RecognitionKey minted(int next) {
        return new RecognitionKey(next, Phase.ACTIVE, Set.of(), owed);
    }

    RecognitionKey with(RecordId faceprint) {
        Set<RecordId> more = new LinkedHashSet<>(faceprints);
        more.add(faceprint);
        return new RecognitionKey(generation, phase, more, owed);
    }

    RecognitionKey ordered(int number) {
        Set<Integer> more = new TreeSet<>(owed);
        more.add(number);
        return ended(number, Phase.ERASURE_ORDERED, more);
    }

    RecognitionKey destroyed(int number) {
        Set<Integer> less = new TreeSet<>(owed);
        less.remove(number);
        return ended(number, Phase.DESTROYED, less);
    }

    /** A later generation is not touched by the end of an earlier one. */
    private RecognitionKey ended(int number, Phase next, Set<Integer> nowOwed) {
        return number == generation
                ? new RecognitionKey(generation, next, Set.of(), nowOwed)
                : new RecognitionKey(generation, phase, faceprints, nowOwed);
    }
}
