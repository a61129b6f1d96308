package org.quitclaim.standalone;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import javax.imageio.ImageIO;
import org.quitclaim.drawn.CharacterGenerator;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;

/** Pictures to upload; nobody on them exists. */
final class Pictures {
    private static final int CHECKS = 16;
    private static final int FRAME_SHARE = 16;

    private Pictures() {}

    /** A drawn portrait on which the detector finds the one face. */
    static DrawnPhoto portrait(long seed) {
        return ScenePainter.draw(Scenes.enrolment(CharacterGenerator.character(seed)));
    }

    /** A small picture with nobody on it. */
    static byte[] sky() {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.CYAN, 0, 120, Color.WHITE));
        graphics.fillRect(0, 0, 160, 120);
        graphics.dispose();
        return written(image, "jpeg");
    }

    static byte[] written(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same picture as another file: a comment segment (ITU-T T.81, B.2.4.5) right after the start of the image. */
    static byte[] sameAgain(byte[] jpeg, long number) {
        return withSegment(jpeg, 0xFE, ByteBuffer.allocate(8).putLong(number).array());
    }

    /**
     * Another picture of the same people at the same places, which nobody takes for a copy: in a checked frame of its own. The
     * same number is the same file.
     */
    static byte[] another(byte[] jpeg, long number) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
            Graphics2D graphics = picture.createGraphics();
            frame(graphics, picture.getWidth(), picture.getHeight(), new Random(number));
            graphics.dispose();
            return written(picture, "jpeg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same picture in three quarters of the size, a little brighter and without its rim: other pixels. */
    static byte[] smaller(byte[] jpeg) {
        try {
            BufferedImage before = ImageIO.read(new ByteArrayInputStream(jpeg));
            BufferedImage after = new BufferedImage(
                    before.getWidth() * 3 / 4, before.getHeight() * 3 / 4, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = after.createGraphics();
            int rim = after.getWidth() / 80;
            graphics.drawImage(before, -rim, -rim, after.getWidth() + 2 * rim, after.getHeight() + 2 * rim, null);
            graphics.setColor(new Color(255, 255, 255, 30));
            graphics.fillRect(0, 0, after.getWidth(), after.getHeight());
            graphics.dispose();
            return written(after, "jpeg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void frame(Graphics2D graphics, int width, int height, Random random) {
        int across = width / FRAME_SHARE;
        int down = height / FRAME_SHARE;
        for (int check = 0; check < CHECKS; check++) {
            int x = check * width / CHECKS;
            int y = check * height / CHECKS;
            check(graphics, random, x, 0, width / CHECKS + 1, down);
            check(graphics, random, x, height - down, width / CHECKS + 1, down);
            check(graphics, random, 0, y, across, height / CHECKS + 1);
            check(graphics, random, width - across, y, across, height / CHECKS + 1);
        }
    }

    private static void check(Graphics2D graphics, Random random, int x, int y, int width, int height) {
        graphics.setColor(random.nextBoolean() ? Color.BLACK : Color.WHITE);
        graphics.fillRect(x, y, width, height);
    }

    /** Puts a marker segment right after the start of the image. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
