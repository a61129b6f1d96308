package org.quitclaim.drawn;

import java.awt.Shape;

/** One head about to be painted: who, how held, doing what, in which light; with the shapes that several brushes need. */
record Sitting(
        DrawnCharacter character, Pose pose, Expression expression, Light light, DrawnFace.Kind kind, Facing facing) {

    static Sitting of(Figure figure, Light light) {
        DrawnCharacter who = figure.character();
        return new Sitting(
                who, figure.pose(), figure.expression(), light, figure.kind(), new Facing(figure.pose(), who.head()));
    }

    boolean stone() {
        return kind == DrawnFace.Kind.STATUE;
    }

    Contour face(double lift) {
        return Contour.onFace(facing, lift);
    }

    Contour outline() {
        return Contour.onOutline(facing);
    }

    boolean earsCovered() {
        return switch (character.hair().style()) {
            case HIJAB, LONG_STRAIGHT, LONG_WAVY, FRINGE_BOB -> true;
            case CROPPED, SIDE_PARTED, SWEPT_BACK, RECEDED, BUN, CURLS, TOUSLED -> false;
        };
    }

    /** The silhouette of the bare head; {@code grow} widens it, for caps of hair. */
    Shape skull(double grow) {
        Head h = character.head();
        double w = h.halfWidth() + grow;
        double top = -h.crown() - grow;
        double chin = h.chinY();
        return outline()
                .move(0, top)
                .cubic(w * 0.58, top, w, top * 0.76, w, -28)
                .cubic(w + 1, chin * 0.12, w - 2, chin * 0.36, h.jaw(), chin * 0.68)
                .cubic(h.jaw() - 7, chin * 0.84, h.chin() + 8, chin + 1, 0, chin + 2)
                .cubic(-h.chin() - 8, chin + 1, -h.jaw() + 7, chin * 0.84, -h.jaw(), chin * 0.68)
                .cubic(-w + 2, chin * 0.36, -w - 1, chin * 0.12, -w, -28)
                .cubic(-w, top * 0.76, -w * 0.58, top, 0, top)
                .closed();
    }
}
