package org.quitclaim.face.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Text across a preview, dark under light, so that it shows on any picture. */
final class Watermark {

    private static final Color LIGHT = new Color(255, 255, 255, 150);
    private static final Color DARK = new Color(0, 0, 0, 110);
    private static final double SHARE_OF_WIDTH = 0.8;
    private static final int TRIAL_SIZE = 100;

    private Watermark() {}

    static void draw(BufferedImage picture, String text) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Font trial = new Font(Font.SANS_SERIF, Font.BOLD, TRIAL_SIZE);
        double trialWidth = graphics.getFontMetrics(trial).stringWidth(text);
        double size = TRIAL_SIZE * SHARE_OF_WIDTH * picture.getWidth() / Math.max(trialWidth, 1);
        graphics.setFont(trial.deriveFont((float) Math.min(size, picture.getHeight() / 4.0)));
        int width = graphics.getFontMetrics().stringWidth(text);
        int x = (picture.getWidth() - width) / 2;
        int y = picture.getHeight() / 2;
        graphics.setColor(DARK);
        graphics.drawString(text, x + 2, y + 2);
        graphics.setColor(LIGHT);
        graphics.drawString(text, x, y);
        graphics.dispose();
    }
}
