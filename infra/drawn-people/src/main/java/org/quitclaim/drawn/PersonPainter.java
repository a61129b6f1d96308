package org.quitclaim.drawn;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/** Paints one figure onto a picture, back to front: hair behind, neck, body, face, hair in front. */
final class PersonPainter {
    /** Where the box of a face begins: the middle of the forehead, as detectors have it. */
    private static final double BROW = -78;

    private final Figure figure;
    private final Sitting sitting;

    PersonPainter(Figure figure, Light light) {
        this.figure = figure.kind() == DrawnFace.Kind.STATUE ? StatueBrush.carved(figure) : figure;
        this.sitting = Sitting.of(this.figure, light);
    }

    void paint(Graphics2D picture, int width, int height) {
        boolean scarf = sitting.character().hair().style() == Hair.Style.HIJAB;
        Sheet back = Sheet.around(figure, headPlace(), 150, width, height);
        if (!back.visible()) {
            return;
        }
        new HairBrush(sitting).behind(back.paper());
        if (!scarf) {
            new HeadBrush(sitting).neck(back.paper());
        }
        back.layOn(picture);
        Sheet body = Sheet.body(figure, bodyPlace(), width, height);
        if (body.visible()) {
            if (sitting.stone()) {
                new StatueBrush(sitting).plinth(body.paper());
            }
            new BodyBrush(sitting).paint(body.paper());
            body.layOn(picture);
        }
        Sheet front = Sheet.around(figure, headPlace(), 150, width, height);
        head(front.paper(), scarf);
        front.layOn(picture);
    }

    private void head(Paper paper, boolean scarf) {
        HeadBrush head = new HeadBrush(sitting);
        if (!sitting.earsCovered()) {
            head.ears(paper);
        }
        head.face(paper);
        new NoseBrush(sitting).paint(paper);
        new MouthBrush(sitting).paint(paper);
        new BeardBrush(sitting).paint(paper);
        new EyeBrush(sitting).paint(paper);
        if (scarf) {
            new HijabBrush(sitting).paint(paper);
        }
        if (sitting.earsCovered()) {
            new GlassesBrush(sitting).paint(paper);
            new HairBrush(sitting).inFront(paper);
        } else {
            new HairBrush(sitting).inFront(paper);
            new GlassesBrush(sitting).paint(paper);
        }
    }

    private AffineTransform bodyPlace() {
        AffineTransform place = AffineTransform.getTranslateInstance(figure.x(), figure.y());
        place.scale(figure.scale(), figure.scale());
        return place;
    }

    private AffineTransform headPlace() {
        AffineTransform place = bodyPlace();
        place.rotate(
                Math.toRadians(figure.pose().tilt()),
                0,
                figure.character().head().chinY() + 20);
        return place;
    }

    /** Where the face lies on a picture of this size. */
    FaceBox box(int width, int height) {
        Head head = figure.character().head();
        Point2D.Double brow = sitting.facing().onOutline(0, BROW);
        Point2D.Double chin = sitting.facing().onOutline(0, head.chinY());
        Point2D centre = headPlace().transform(new Point2D.Double((brow.x + chin.x) / 2, (brow.y + chin.y) / 2), null);
        double w = head.halfWidth() * 1.9 * figure.scale();
        double h = (head.chinY() - BROW) * figure.scale();
        double left = Math.clamp(centre.getX() - w / 2, 0, width);
        double top = Math.clamp(centre.getY() - h / 2, 0, height);
        double right = Math.clamp(centre.getX() + w / 2, 0, width);
        double bottom = Math.clamp(centre.getY() + h / 2, 0, height);
        return new FaceBox(left / width, top / height, (right - left) / width, (bottom - top) / height);
    }
}
