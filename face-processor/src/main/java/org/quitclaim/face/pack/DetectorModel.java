package org.quitclaim.face.pack;

/**
 * The face detector of a pack.
 *
 * <p><b>Units</b>: scores and overlap (intersection over union) are 0..1.
 */
public record DetectorModel(ModelFile file, double scoreThreshold, double overlapThreshold) {}
