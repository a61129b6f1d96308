package org.quitclaim.standalone;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.quitclaim.drawn.CharacterGenerator;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;

/** Pictures to upload; nobody on them exists. */
final class Pictures {
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
    static byte[] another(byte[] jpeg, long number) {
        return withSegment(jpeg, 0xFE, ByteBuffer.allocate(8).putLong(number).array());
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
