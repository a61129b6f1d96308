package org.quitclaim.domain.photo;

import org.quitclaim.domain.id.FaceId;

/** A face, and where it was when somebody asked about it. */
public record PlacedFace(FaceId face, Box box) {
    public static PlacedFace of(MarkedFace face) {
        return new PlacedFace(face.mark().face(), face.mark().box());
    }
}
