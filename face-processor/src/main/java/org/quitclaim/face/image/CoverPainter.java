package org.quitclaim.face.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import org.quitclaim.domain.photo.CoverStyle;

/**
 * Replaces covered faces.
 *
 * <p><b>Guarantees</b>: opaque everywhere; nothing of it depends on the picture, on the person or on why they are covered. Never
 * a blur, which can be undone.
 */
final class CoverPainter {
    private static final Color FILL = new Color(0x5a5f66);
    private static final Color SHAPE = new Color(0x73787f);

    private CoverPainter() {}

    /** The covers of one picture; the figures last, so that where covers meet each figure is whole. */
    static void draw(CoverStyle style, Graphics2D graphics, Iterable<Rectangle> covers) {
        graphics.setColor(FILL);
        covers.forEach(graphics::fill);
        if (style == CoverStyle.FIGURE) {
            graphics.setColor(SHAPE);
            covers.forEach(cover -> figure(graphics, cover));
        }
    }

    /** Of what is handed to nobody at all. */
    static void blank(Graphics2D graphics, Shape shape) {
        graphics.setColor(FILL);
        graphics.fill(shape);
    }

    private static void figure(Graphics2D graphics, Rectangle cover) {
        int head = Math.min(cover.width, cover.height) * 2 / 5;
        int middle = cover.x + cover.width / 2;
        graphics.fillOval(middle - head / 2, cover.y + cover.height / 5, head, head);
        Graphics2D within = (Graphics2D) graphics.create();
        within.clip(cover);
        within.fillOval(middle - head, cover.y + cover.height * 7 / 10, 2 * head, cover.height * 3 / 5);
        within.dispose();
    }
}
