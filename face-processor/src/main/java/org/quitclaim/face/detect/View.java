package org.quitclaim.face.detect;

import java.nio.FloatBuffer;
import org.quitclaim.face.image.Halves;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.onnx.WindowInput;
import org.quitclaim.face.onnx.WindowInput.Slant;
import org.quitclaim.face.onnx.WindowInput.Window;

/**
 * A picture as a network is shown it: as it is, or turned around its middle with black beside it.
 *
 * <p><b>Units</b>: places on a view count in pixels of the picture, from the top left of the least upright rectangle around
 * the turned picture.
 *
 * @param angle in radians; positive turns the content counter-clockwise
 */
record View(Halves picture, double angle) {

    static View upright(Halves picture) {
        return new View(picture, 0);
    }

    static View turned(Halves picture, int degrees) {
        return new View(picture, Math.toRadians(degrees));
    }

    private UprightImage whole() {
        return picture.forScale(1);
    }

    double width() {
        return cos() * whole().width() + sin() * whole().height();
    }

    double height() {
        return sin() * whole().width() + cos() * whole().height();
    }

    /** Without what rounding leaves of a right angle, so that its view is no pixel larger than the picture. */
    private double cos() {
        return Math.abs(exact(Math.cos(angle)));
    }

    private double sin() {
        return Math.abs(exact(Math.sin(angle)));
    }

    private static double exact(double value) {
        return Math.abs(value) < 1e-9 ? 0 : value;
    }

    /** Whether a square with this corner and side shows any of the picture. */
    boolean shows(double x, double y, double side) {
        double half = side * (cos() + sin()) / 2;
        double centreX = onPictureX(x + side / 2, y + side / 2);
        double centreY = onPictureY(x + side / 2, y + side / 2);
        return centreX + half > 0
                && centreY + half > 0
                && centreX - half < whole().width()
                && centreY - half < whole().height();
    }

    /** Fills a part of a network's input with a window of the view, from pixels halved until they nearly fit. */
    void show(WindowInput input, Window window, FloatBuffer target, int offset, int columns, int rows) {
        UprightImage level = picture.forScale(1 / window.step());
        double shrunk = (double) level.width() / whole().width();
        if (angle == 0) {
            Window onLevel = new Window(window.x() * shrunk, window.y() * shrunk, window.step() * shrunk);
            input.write(level, onLevel, target, offset, columns, rows);
            return;
        }
        double right = exact(Math.cos(angle)) * window.step();
        double down = exact(Math.sin(angle)) * window.step();
        double x = window.x() + window.step() / 2;
        double y = window.y() + window.step() / 2;
        Slant slant = new Slant(onPictureX(x, y) * shrunk, onPictureY(x, y) * shrunk, right * shrunk, down * shrunk);
        input.write(level, slant, target, offset, columns, rows);
    }

    private double onPictureX(double x, double y) {
        return whole().width() / 2.0
                + (x - width() / 2) * exact(Math.cos(angle))
                - (y - height() / 2) * exact(Math.sin(angle));
    }

    private double onPictureY(double x, double y) {
        return whole().height() / 2.0
                + (x - width() / 2) * exact(Math.sin(angle))
                + (y - height() / 2) * exact(Math.cos(angle));
    }

    /** The least upright box on the picture around the ellipse that a box on the view holds. */
    Corners onPicture(Corners box) {
        if (angle == 0) {
            return box;
        }
        return Corners.around(
                onPictureX(box.centreX(), box.centreY()),
                onPictureY(box.centreX(), box.centreY()),
                Math.hypot(box.width() * cos(), box.height() * sin()),
                Math.hypot(box.width() * sin(), box.height() * cos()),
                box.score());
    }
}
