package org.quitclaim.face.detect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quitclaim.face.onnx.WindowInput;

/**
 * One proposal and the field of the detector's input in which it is shown.
 *
 * @param proposal in pixels of the image
 * @param x where the field begins, in pixels of the detector's input
 * @param y likewise from the top
 */
record Spot(Corners proposal, int x, int y) {

    /** The side of a field: a head that fills four sevenths of it is as large as the detector sees faces best. */
    static final int FIELD = 128;

    /** How much of what surrounds a proposed head is shown with it, as a multiple of its longer side. */
    private static final double SURROUNDINGS = 1.75;

    private static final double SAME_SPOT = 0.15;

    /** How much narrower and lower the detector's box of a face is than the proposer's box of the same head. */
    private static final double FACE_IN_HEAD = 2.0 / 3;

    WindowInput.Window window() {
        double side = Math.max(proposal.width(), proposal.height()) * SURROUNDINGS;
        return new WindowInput.Window(proposal.centreX() - side / 2, proposal.centreY() - side / 2, side / FIELD);
    }

    /**
     * Of the detector's boxes that lie in the field the one that is sure and on the proposal, not a neighbour that shows as well; else the proposal itself, made as
     * small as the detector's boxes are, if it is sure enough.
     *
     * @param seen in pixels of the detector's input
     */
    Optional<Corners> judged(List<Corners> seen, double sureAlone) {
        WindowInput.Window window = window();
        Corners field = new Corners(y, x, y + FIELD, x + FIELD, 1);
        Optional<Corners> best = seen.stream()
                .filter(box -> field.holds(box.centreX(), box.centreY()))
                .map(box -> box.on(window.x() - x * window.step(), window.y() - y * window.step(), window.step()))
                .filter(box -> box.overlap(proposal) > SAME_SPOT)
                .max(Comparator.comparingDouble(box -> box.score() * box.overlap(proposal)));
        return best.isPresent() || proposal.score() < sureAlone ? best : Optional.of(face());
    }

    private Corners face() {
        float halfWidth = (float) (proposal.width() * FACE_IN_HEAD / 2);
        float halfHeight = (float) (proposal.height() * FACE_IN_HEAD / 2);
        return new Corners(
                proposal.centreY() - halfHeight,
                proposal.centreX() - halfWidth,
                proposal.centreY() + halfHeight,
                proposal.centreX() + halfWidth,
                proposal.score());
    }
}
