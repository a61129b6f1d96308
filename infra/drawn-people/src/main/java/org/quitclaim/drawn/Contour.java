package org.quitclaim.drawn;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** A path in face units whose points are carried along by the turn of the head. */
final class Contour {
    private final Mapping mapping;
    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);

    /** Where a point comes to lie. */
    interface Mapping {
        Point2D.Double at(double x, double y);
    }

    Contour(Mapping mapping) {
        this.mapping = mapping;
    }

    static Contour onFace(Facing facing, double lift) {
        return new Contour((x, y) -> facing.onFace(x, y, lift));
    }

    static Contour onOutline(Facing facing) {
        return new Contour(facing::onOutline);
    }

    /** A contour that no head turn moves. */
    static Contour still() {
        return new Contour(Point2D.Double::new);
    }

    Contour move(double x, double y) {
        Point2D.Double p = mapping.at(x, y);
        path.moveTo(p.x, p.y);
        return this;
    }

    Contour line(double x, double y) {
        Point2D.Double p = mapping.at(x, y);
        path.lineTo(p.x, p.y);
        return this;
    }

    Contour quad(double cx, double cy, double x, double y) {
        Point2D.Double c = mapping.at(cx, cy);
        Point2D.Double p = mapping.at(x, y);
        path.quadTo(c.x, c.y, p.x, p.y);
        return this;
    }

    Contour cubic(double ax, double ay, double bx, double by, double x, double y) {
        Point2D.Double a = mapping.at(ax, ay);
        Point2D.Double b = mapping.at(bx, by);
        Point2D.Double p = mapping.at(x, y);
        path.curveTo(a.x, a.y, b.x, b.y, p.x, p.y);
        return this;
    }

    Path2D.Double open() {
        return path;
    }

    Path2D.Double closed() {
        path.closePath();
        return path;
    }
}
