package org.quitclaim.face.detect;

import org.quitclaim.domain.photo.Box;

/**
 * A face that the detector found.
 *
 * @param score how sure it is, 0..1; says nothing about who it is
 */
public record DetectedFace(Box box, double score) {}
