package org.quitclaim.face.permit;

import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.face.image.FaceBox;

/** A face that a permit covers, with the box as it stood when the permit was issued. */
public record PermittedFace(FaceId face, FaceBox box) {}
