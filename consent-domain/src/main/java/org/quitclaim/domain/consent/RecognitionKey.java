package org.quitclaim.domain.consent;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
public record RecognitionKey(int generation, Phase phase, List<Faceprint> faceprints, Set<Integer> owed) {
    /** The life of one generation. */
    public enum Phase {
        NONE,
        ACTIVE,
        ERASURE_ORDERED,
        DESTROYED
    }

    public static final RecognitionKey NONE = new RecognitionKey(0, Phase.NONE, List.of(), Set.of());

    public RecognitionKey {
        faceprints = List.copyOf(faceprints);
        owed = Ordered.set(owed);
    }

    /** Whether {@code number} is still to be destroyed. */
    boolean owes(int number) {
        return owed.contains(number);
    }

    /** The next generation; what is owed of earlier ones stays so. */
    RecognitionKey minted(int next) {
        return new RecognitionKey(next, Phase.ACTIVE, List.of(), owed);
    }

    RecognitionKey with(Faceprint faceprint) {
        return new RecognitionKey(
                generation,
                phase,
                Stream.concat(faceprints.stream(), Stream.of(faceprint))
                        .distinct()
                        .toList(),
                owed);
    }

    RecognitionKey without(List<RecordId> records) {
        return new RecognitionKey(
                generation,
                phase,
                faceprints.stream()
                        .filter(faceprint -> !records.contains(faceprint.record()))
                        .toList(),
                owed);
    }

    public boolean holds(RecordId record) {
        return faceprints.stream().anyMatch(faceprint -> faceprint.record().equals(record));
    }

    /** Those that this model pack made. */
    public List<Faceprint> by(String pack) {
        return faceprints.stream()
                .filter(faceprint -> faceprint.pack().equals(pack))
                .toList();
    }

    /** Those that other model packs made, with which nobody is compared any more. */
    public List<Faceprint> byOthersThan(String pack) {
        return faceprints.stream()
                .filter(faceprint -> !faceprint.pack().equals(pack))
                .toList();
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
                ? new RecognitionKey(generation, next, List.of(), nowOwed)
                : new RecognitionKey(generation, phase, faceprints, nowOwed);
    }
}
