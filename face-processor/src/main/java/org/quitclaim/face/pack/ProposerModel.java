package org.quitclaim.face.pack;

import java.util.List;

/**
 * The fast finder of a pack, which takes pictures of any size: what it proposes, the detector looks at.
 *
 * <p><b>Shape</b>: the input is {@code cell} times a whole number plus 2 pixels high and wide, at most
 * {@link ModelFile#inputSize}; for each cell and anchor it answers a box and a score.
 *
 * <p><b>Units</b>: scores and overlap (intersection over union) are 0..1.
 *
 * @param cell the side of a cell in pixels of the input
 * @param anchors the sizes of box that it starts from
 */
public record ProposerModel(
        ModelFile file, int cell, List<Anchor> anchors, double scoreThreshold, double overlapThreshold) {

    public ProposerModel {
        anchors = List.copyOf(anchors);
    }

    /** Width and height in cells. */
    public record Anchor(double width, double height) {}
}
