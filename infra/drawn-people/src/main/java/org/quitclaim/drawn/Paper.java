package org.quitclaim.drawn;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/** A transparent sheet with soft brushes; sheets are laid over each other to make a picture. */
final class Paper {
    private static final Ellipse2D UNIT = new Ellipse2D.Double(-1, -1, 2, 2);
    private final BufferedImage image;
    private final Graphics2D graphics;

    Paper(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    BufferedImage image() {
        return image;
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** An empty sheet of the same size and coordinates. */
    Paper sheet() {
        Paper sheet = new Paper(image.getWidth(), image.getHeight());
        sheet.graphics.setTransform(graphics.getTransform());
        return sheet;
    }

    /** Lays a sheet over this one, pixel on pixel. */
    void lay(Paper sheet) {
        AffineTransform held = graphics.getTransform();
        graphics.setTransform(new AffineTransform());
        graphics.drawImage(sheet.image, 0, 0, null);
        graphics.setTransform(held);
        sheet.graphics.dispose();
    }

    /** From now on paint only where there is paint already. */
    Paper onlyInside() {
        graphics.setComposite(AlphaComposite.SrcAtop);
        return this;
    }

    Paper everywhere() {
        graphics.setComposite(AlphaComposite.SrcOver);
        return this;
    }

    void fill(Shape shape, Paint paint) {
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    void fill(Shape shape, Color color, double alpha) {
        fill(shape, Tone.alpha(color, alpha));
    }

    void line(Shape shape, double width, Color color, double alpha) {
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setPaint(Tone.alpha(color, alpha));
        graphics.draw(shape);
    }

    /** A line that fades out to its sides. */
    void softLine(Shape shape, double width, Color color, double alpha) {
        int strokes = 5;
        for (int i = 1; i <= strokes; i++) {
            line(shape, width * i / strokes, color, alpha / strokes);
        }
    }

    /** A shape whose edge fades out over {@code blur} units on both sides. */
    void softFill(Shape shape, double blur, Color color, double alpha) {
        fill(shape, color, alpha * 0.75);
        softLine(shape, blur * 2, color, alpha * 0.5);
    }

    /** An elliptic spot that fades out to its rim. */
    void spot(double x, double y, double rx, double ry, Color color, double alpha) {
        AffineTransform held = graphics.getTransform();
        graphics.translate(x, y);
        graphics.scale(rx, ry);
        graphics.setPaint(new RadialGradientPaint(
                new Point2D.Float(0, 0), 1f, new float[] {0f, 0.35f, 0.7f, 1f}, new Color[] {
                    Tone.alpha(color, alpha),
                    Tone.alpha(color, alpha * 0.75),
                    Tone.alpha(color, alpha * 0.22),
                    Tone.alpha(color, 0)
                }));
        graphics.fill(UNIT);
        graphics.setTransform(held);
    }

    void ellipse(double x, double y, double rx, double ry, Paint paint) {
        fill(new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry), paint);
    }
}
