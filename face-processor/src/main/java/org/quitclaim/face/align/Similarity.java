package org.quitclaim.face.align;

import java.util.List;
import java.util.Optional;
import org.quitclaim.face.image.Turned;
import org.quitclaim.face.pack.AlignerModel.Point;

/**
 * Turns, scales and moves points of a photo so that they lie as near as possible to a template; never mirrors them.
 *
 * <p><b>Source</b>: Umeyama 1991, least squares, in two dimensions.
 */
final class Similarity {
    private static final double NOTHING = 1e-9;

    private Similarity() {}

    /**
     * The square of the photo in which the points lie like the template, which is in shares of that square; empty where the
     * points say nothing, such as five on one spot.
     */
    static Optional<Turned> square(List<Point> points, List<Point> template) {
        Point from = mean(points);
        Point to = mean(template);
        double spread = 0;
        double along = 0;
        double across = 0;
        for (int i = 0; i < points.size(); i++) {
            double x = points.get(i).x() - from.x();
            double y = points.get(i).y() - from.y();
            double u = template.get(i).x() - to.x();
            double v = template.get(i).y() - to.y();
            spread += x * x + y * y;
            along += x * u + y * v;
            across += x * v - y * u;
        }
        double scale = Math.hypot(along, across) / spread;
        if (!(spread > NOTHING) || !(scale > NOTHING)) {
            return Optional.empty();
        }
        double side = 1 / scale;
        double cos = along / Math.hypot(along, across);
        double sin = -across / Math.hypot(along, across);
        double right = (0.5 - to.x()) * side;
        double down = (0.5 - to.y()) * side;
        return Optional.of(new Turned(
                from.x() + right * cos - down * sin, from.y() + right * sin + down * cos, side, Math.atan2(sin, cos)));
    }

    private static Point mean(List<Point> points) {
        return new Point(
                points.stream().mapToDouble(Point::x).average().orElseThrow(),
                points.stream().mapToDouble(Point::y).average().orElseThrow());
    }
}
