package org.quitclaim.face.pack;

import java.util.List;

/** How a face is laid where the embedder wants it. */
public sealed interface AlignerModel {

    /**
     * A net of 68 points ({@code landmarks-68}): the square around eyes and mouth, turned upright first.
     *
     * <p><b>Shape</b>: {@code landmarks} N×136, x and y alternating, 0..1 of the square input.
     *
     * @param eyeToMouthRatio distance from the eyes to the mouth over the side of the aligned box
     * @param centreX where the centre of eyes and mouth lies in the box, 0..1 from the left
     * @param centreY likewise from the top
     */
    record EyesAndMouth(ModelFile file, double eyeToMouthRatio, double centreX, double centreY)
            implements AlignerModel {}

    /**
     * The five points of the detector ({@code five-points}): turned, scaled and moved so that they lie nearest to the
     * template.
     *
     * @param finder the pack's detector, which gives the points
     * @param template where the eyes, the tip of the nose and the corners of the mouth belong, 0..1 of the embedder's
     *     input; of a pair the one on the left of the picture first
     */
    record FivePoints(ScanningModel.Yunet finder, List<Point> template) implements AlignerModel {
        public static final int POINTS = 5;

        public FivePoints {
            template = List.copyOf(template);
        }
    }

    record Point(double x, double y) {}
}
