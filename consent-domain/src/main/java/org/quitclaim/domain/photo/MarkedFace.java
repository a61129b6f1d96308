package org.quitclaim.domain.photo;

import java.util.List;

/** A marked face, who it is held to be, and an open suggestion if there is one. */
public record MarkedFace(Mark mark, FaceStanding standing, List<Suggestion> suggestions) {
    public MarkedFace {
        suggestions = List.copyOf(suggestions);
    }

    /** Whether it is a face, and open: nothing else is held against anybody. */
    public boolean isComparable() {
        return standing instanceof FaceStanding.Open && mark.kind() == Mark.Kind.FACE;
    }

    static MarkedFace fresh(Mark mark) {
        return new MarkedFace(mark, FaceStanding.OPEN, List.of());
    }

    MarkedFace in(FaceStanding next) {
        return new MarkedFace(mark, next, next instanceof FaceStanding.Open ? suggestions : List.of());
    }

    MarkedFace at(Box box) {
        return new MarkedFace(mark.at(box), standing, suggestions);
    }

    MarkedFace with(List<Suggestion> next) {
        return new MarkedFace(mark, standing, next);
    }
}
