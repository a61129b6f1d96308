package org.quitclaim.face.copies;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntUnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.quitclaim.face.image.UprightImage;

/** What happens to a picture before somebody sends it again. */
final class Changed {
    private Changed() {}

    static UprightImage saved(UprightImage image, double quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality((float) quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture(image), null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        try {
            return upright(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UprightImage resized(UprightImage image, double factor) {
        int width = (int) (image.width() * factor);
        int height = (int) (image.height() * factor);
        BufferedImage other = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = other.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture(image), 0, 0, width, height, null);
        return upright(other);
    }

    /** Without a share of each side. */
    static UprightImage cut(UprightImage image, double left, double top, double right, double bottom) {
        int width = (int) (image.width() * (1 - left - right));
        int height = (int) (image.height() * (1 - top - bottom));
        BufferedImage other = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        other.createGraphics()
                .drawImage(picture(image), -(int) (image.width() * left), -(int) (image.height() * top), null);
        return upright(other);
    }

    /** With a white bar under it that says something. */
    static UprightImage captioned(UprightImage image, double share) {
        int height = (int) (image.height() * (1 + share));
        BufferedImage other = new BufferedImage(image.width(), height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = other.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.width(), height);
        graphics.drawImage(picture(image), 0, 0, null);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.max(8, image.height() * share / 2)));
        graphics.drawString("Open day at the town hall", 4, height - 4);
        return upright(other);
    }

    static UprightImage recoloured(UprightImage image, IntUnaryOperator red, IntUnaryOperator others) {
        byte[] rgb = image.rgb().clone();
        for (int at = 0; at < rgb.length; at++) {
            int value = (at % UprightImage.BYTES_PER_PIXEL == 0 ? red : others).applyAsInt(rgb[at] & 0xff);
            rgb[at] = (byte) Math.clamp(value, 0, 255);
        }
        return new UprightImage(image.width(), image.height(), rgb);
    }

    /** About its middle, with black corners. */
    static UprightImage turned(UprightImage image, double degrees) {
        BufferedImage other = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = other.createGraphics();
        graphics.rotate(Math.toRadians(degrees), image.width() / 2.0, image.height() / 2.0);
        graphics.drawImage(picture(image), 0, 0, null);
        return upright(other);
    }

    static UprightImage mirrored(UprightImage image) {
        BufferedImage other = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
        other.createGraphics().drawImage(picture(image), image.width(), 0, -image.width(), image.height(), null);
        return upright(other);
    }

    private static BufferedImage picture(UprightImage image) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
        swap(image.rgb(), ((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        return picture;
    }

    private static UprightImage upright(BufferedImage image) {
        BufferedImage picture = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        picture.createGraphics().drawImage(image, 0, 0, null);
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * UprightImage.BYTES_PER_PIXEL];
        swap(((DataBufferByte) picture.getRaster().getDataBuffer()).getData(), rgb);
        return new UprightImage(image.getWidth(), image.getHeight(), rgb);
    }

    /** Red and blue change places. */
    private static void swap(byte[] from, byte[] to) {
        for (int at = 0; at < from.length; at += UprightImage.BYTES_PER_PIXEL) {
            to[at] = from[at + 2];
            to[at + 1] = from[at + 1];
            to[at + 2] = from[at];
        }
    }
}
