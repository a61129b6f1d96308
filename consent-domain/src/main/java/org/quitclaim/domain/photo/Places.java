package org.quitclaim.domain.photo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where on a photo faces were held against somebody, once for each time.
 *
 * <p>Places are counted, not marks: whoever draws the same face again, or moves its mark a little, has the same face.
 */
public record Places(List<Asked> asked) {
    static final Places NONE = new Places(List.of());

    public Places {
        asked = List.copyOf(asked);
    }

    /**
     * That a face was held against somebody.
     *
     * @param among the list that it was sought in; empty for one person, and for everybody enrolled
     * @param answered whether the run ended: what a crash or a withdrawal cut short is asked again, and counted again
     */
    public record Asked(Box box, Set<Candidate> among, boolean answered) {
        public Asked {
            among = Set.copyOf(among);
        }
    }

    /** How often at this place. */
    public int timesAt(Box box) {
        return (int) at(box).count();
    }

    /** Everybody of the lists that the face at this place was sought in to the end. */
    Set<Candidate> soughtAt(Box box) {
        return at(box).filter(Asked::answered)
                .flatMap(one -> one.among().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Places compared(Box box) {
        return new Places(Stream.concat(asked.stream(), Stream.of(new Asked(box, Set.of(), true)))
                .toList());
    }

    Places sought(List<PlacedFace> faces, List<Candidate> among) {
        Set<Candidate> list = Set.copyOf(among);
        return new Places(Stream.concat(asked.stream(), faces.stream().map(face -> new Asked(face.box(), list, false)))
                .toList());
    }

    /** A run ended. */
    Places answered() {
        return new Places(asked.stream()
                .map(one -> new Asked(one.box(), one.among(), true))
                .toList());
    }

    private Stream<Asked> at(Box box) {
        return asked.stream().filter(one -> box.isAtPlaceOf(one.box()));
    }
}
