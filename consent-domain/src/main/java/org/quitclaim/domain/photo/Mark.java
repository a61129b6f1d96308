package org.quitclaim.domain.photo;

import org.quitclaim.domain.id.FaceId;

/**
 * A marked person on a photo.
 *
 * @param confidence of the detector in percent, 100 when drawn by hand
 */
public record Mark(FaceId face, Box box, Kind kind, Origin origin, int confidence) {
    /** What is marked. */
    public enum Kind {
        FACE,
        FROM_BEHIND,
        NAME_BADGE,
        SCREEN
    }

    /** Who marked it. */
    public enum Origin {
        DETECTED,
        DRAWN
    }

    Mark at(Box moved) {
        return new Mark(face, moved, kind, origin, confidence);
    }
}
