package org.quitclaim.drawn;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** A paper just large enough for a part of a figure, and its place on the picture. */
record Sheet(Paper paper, Rectangle place) {

    /** Room for head, hair and what falls on the shoulders. */
    static Sheet around(Figure figure, AffineTransform toPicture, double half, int width, int height) {
        double chin = figure.character().head().chinY();
        double low = reach(figure, chin);
        return of(new Rectangle2D.Double(-half, -222, 2 * half, 222 + low), toPicture, width, height);
    }

    private static double reach(Figure figure, double chin) {
        return switch (figure.character().hair().style()) {
            case LONG_STRAIGHT, LONG_WAVY -> chin + 130;
            case HIJAB -> chin + 180;
            case CROPPED, SIDE_PARTED, SWEPT_BACK, RECEDED, FRINGE_BOB, BUN, CURLS, TOUSLED -> chin + 75;
        };
    }

    /** Room for a body that the lower edge of the picture cuts off. */
    static Sheet body(Figure figure, AffineTransform toPicture, int width, int height) {
        double half = figure.character().head().shoulders() * 1.25;
        return of(new Rectangle2D.Double(-half, 60, 2 * half, 1040), toPicture, width, height);
    }

    private static Sheet of(Rectangle2D area, AffineTransform toPicture, int width, int height) {
        Rectangle place =
                toPicture.createTransformedShape(area).getBounds().intersection(new Rectangle(0, 0, width, height));
        Paper paper = new Paper(Math.max(1, place.width), Math.max(1, place.height));
        paper.graphics().translate(-place.x, -place.y);
        paper.graphics().transform(toPicture);
        return new Sheet(paper, place);
    }

    boolean visible() {
        return !place.isEmpty();
    }

    void layOn(Graphics2D picture) {
        if (visible()) {
            picture.drawImage(paper.image(), place.x, place.y, null);
        }
        paper.graphics().dispose();
    }
}
