package org.quitclaim.domain.photo;

import org.quitclaim.domain.id.FaceId;

/**
 * A face that a rendition fills opaquely.
 *
 * @param box where its mark was
 * @param filled what was filled, its margin apart: the mark, and the face that was found there
 */
public record Covered(FaceId face, Box box, Box filled) {
    /** People on one version: the event that makes it names each of them, and can hold no more. */
    public static final int MOST = 150;

    /** Of a face that nothing was found at besides its mark. */
    public Covered(FaceId face, Box box) {
        this(face, box, box);
    }

    public static Covered of(MarkedFace face) {
        return new Covered(face.mark().face(), face.mark().box(), face.area());
    }

    /** Whether it hides all of this. */
    boolean hides(Box place) {
        return filled.withMargin().holds(place);
    }
}
