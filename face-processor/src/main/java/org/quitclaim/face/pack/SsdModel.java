package org.quitclaim.face.pack;

/**
 * A network that gives boxes and scores for one square picture ({@code ssd-corners}).
 *
 * <p><b>Shape</b>: {@code boxes} 1×P×4 (top, left, bottom, right of the square, 0..1) and {@code scores} 1×P.
 *
 * <p><b>Units</b>: scores and overlap (intersection over union) are 0..1.
 */
public record SsdModel(ModelFile file, double scoreThreshold, double overlapThreshold) {}
