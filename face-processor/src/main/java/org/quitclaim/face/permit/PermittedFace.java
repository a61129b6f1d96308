package org.quitclaim.face.permit;

import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.photo.Box;

/** A face that a permit covers, with the box as it stood when the permit was issued. */
public record PermittedFace(FaceId face, Box box) {}
