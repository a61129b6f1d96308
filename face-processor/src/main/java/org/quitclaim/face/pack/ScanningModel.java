package org.quitclaim.face.pack;

import java.util.List;

/**
 * A network that is shown tiles of a photo at several scales.
 *
 * <p><b>Units</b>: scores and overlap (intersection over union) are 0..1.
 */
public sealed interface ScanningModel {

    ModelFile file();

    double scoreThreshold();

    double overlapThreshold();

    /**
     * For each cell and anchor a box and a score ({@code yolo-cells}).
     *
     * <p><b>Shape</b>: the input is {@code cell} times a whole number plus {@link #RIM} pixels high and wide, at most
     * {@link ModelFile#inputSize}; {@code cells} is 1×5A×rows×columns: x, y, width, height, score of each anchor.
     *
     * @param cell the side of a cell in pixels of the input
     * @param anchors the sizes of box that it starts from
     */
    record Yolo(ModelFile file, int cell, List<Anchor> anchors, double scoreThreshold, double overlapThreshold)
            implements ScanningModel {
        /** What the first convolution takes off, in pixels. */
        public static final int RIM = 2;

        public Yolo {
            anchors = List.copyOf(anchors);
        }
    }

    /** Width and height in cells. */
    record Anchor(double width, double height) {}

    /**
     * For each point of a grid per stride a box, a score and five points of the face ({@code yunet}).
     *
     * <p><b>Shape</b>: for each stride S {@code cls_S} and {@code obj_S} 1×G×1, {@code bbox_S} 1×G×4, {@code kps_S} 1×G×10,
     * where G is the square of the input size over S.
     *
     * <p><b>Source</b>: Wu, Peng, Yu 2023 (YuNet); decoding as in OpenCV's {@code FaceDetectorYN}.
     *
     * @param strides pixels of the input between two points of a grid
     */
    record Yunet(ModelFile file, List<Integer> strides, double scoreThreshold, double overlapThreshold)
            implements ScanningModel {
        public Yunet {
            strides = List.copyOf(strides);
        }
    }
}
