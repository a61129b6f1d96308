package org.quitclaim.domain.photo;

import java.util.List;
import java.util.stream.Stream;

/**
 * A marked face, who it is held to be, and an open suggestion if there is one.
 *
 * @param found where the detector found it, wherever the mark is now; empty when it was drawn by hand and never found
 */
public record MarkedFace(Mark mark, FaceStanding standing, List<Suggestion> suggestions, List<Box> found) {
    public MarkedFace {
        suggestions = List.copyOf(suggestions);
        found = List.copyOf(found);
    }

    /** What is filled when it is covered: the mark as it is now, and the face that was found there. */
    public Box area() {
        return found.stream().reduce(mark.box(), Box::around);
    }

    /** Whether the mark may go there: one that was found stays on what was found. */
    boolean mayBeAt(Box box) {
        return found.stream().allMatch(box::isAtPlaceOf);
    }

    /** Whether it is a face, and open: nothing else is held against anybody. */
    public boolean isComparable() {
        return standing instanceof FaceStanding.Open && mark.kind() == Mark.Kind.FACE;
    }

    static MarkedFace fresh(Mark mark) {
        return new MarkedFace(
                mark,
                FaceStanding.OPEN,
                List.of(),
                mark.origin() == Mark.Origin.DETECTED ? List.of(mark.box()) : List.of());
    }

    MarkedFace in(FaceStanding next) {
        return new MarkedFace(mark, next, next instanceof FaceStanding.Open ? suggestions : List.of(), found);
    }

    /** Whoever said that nobody has to be asked here said it of what the mark showed then. */
    MarkedFace at(Box box) {
        FaceStanding there = standing instanceof FaceStanding.Dismissed ? FaceStanding.OPEN : standing;
        return new MarkedFace(mark.at(box), there, suggestions, found);
    }

    MarkedFace foundAt(Box box) {
        return new MarkedFace(
                mark,
                standing,
                suggestions,
                Stream.concat(found.stream(), Stream.of(box)).toList());
    }

    MarkedFace with(List<Suggestion> next) {
        return new MarkedFace(mark, standing, next, found);
    }
}
