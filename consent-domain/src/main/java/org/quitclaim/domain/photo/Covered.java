package org.quitclaim.domain.photo;

/** A face that a rendition fills opaquely, and the box that was filled. */
public record Covered(FaceId face, Box box) {}
