package org.quitclaim.face.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photos of every kind, good and bad, made by code: a red block at the top left of a blue picture of 64 × 48. */
final class SamplePhotos {

    static final int WIDTH = 64;
    static final int HEIGHT = 48;

    /** Where the second chunk of a PNG begins. */
    static final int PNG_HEADER_END = 33;

    private static final String LOSSY_WEBP =
            "UklGRnYAAABXRUJQVlA4IGoAAACQBQCdASpAADAAPm0wlEckIyIhKqgAgA2JYwDR6174B+Kv6gcYFyV5"
                    + "32Ccp65KDfwV7TsggAD+8JtD/+Q/1Y2rl//kJb9b5kr/Ey7QSGCJ7DzhMFk6h37NRhdZ4ZF6huHV3cMUKbDKAAAA";
    private static final String LOSSLESS_WEBP =
            "UklGRiwAAABXRUJQVlA4TCAAAAAvP8ALAA8Q87//8x8O1LZtw/j/p/saZI3o/wSQmHf9Hw==";

    private SamplePhotos() {}

    static byte[] webp(boolean isLossless) {
        return Base64.getDecoder().decode(isLossless ? LOSSLESS_WEBP : LOSSY_WEBP);
    }

    static BufferedImage picture(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 16, 16);
        graphics.dispose();
        return image;
    }

    static byte[] jpeg(boolean isProgressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setProgressiveMode(isProgressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture(BufferedImage.TYPE_3BYTE_BGR), null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Puts an EXIF block with this orientation right behind the start marker. */
    static byte[] rotated(int orientation) throws IOException {
        return rotated(jpeg(false), orientation);
    }

    static byte[] rotated(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(exif(orientation, ByteOrder.BIG_ENDIAN));
        return inserted(jpeg, 2, exif.array());
    }

    /** The eXIf chunk of PNG, behind the header. */
    static byte[] rotatedPng(byte[] png, int orientation) {
        return inserted(png, PNG_HEADER_END, pngChunk("eXIf", exif(orientation, ByteOrder.LITTLE_ENDIAN)));
    }

    /** An extended WebP, with the EXIF chunk at its end. */
    static byte[] rotatedWebp(int orientation, String prefix) {
        byte[] plain = webp(false);
        byte[] start = prefix.getBytes(StandardCharsets.ISO_8859_1);
        byte[] exif = exif(orientation, ByteOrder.BIG_ENDIAN);
        int body = start.length + exif.length;
        ByteBuffer webp = ByteBuffer.allocate(plain.length + 18 + 8 + body).order(ByteOrder.LITTLE_ENDIAN);
        webp.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(webp.capacity() - 8);
        webp.put("WEBP".getBytes(StandardCharsets.ISO_8859_1)).put(webpHeader(0x08));
        webp.put(plain, 12, plain.length - 12);
        webp.put("EXIF".getBytes(StandardCharsets.ISO_8859_1)).putInt(body);
        return webp.put(start).put(exif).array();
    }

    /** VP8X for {@link #WIDTH} × {@link #HEIGHT}. */
    static byte[] webpHeader(int flags) {
        ByteBuffer header = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
        header.put("VP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(10).putInt(flags);
        header.put((byte) (WIDTH - 1)).putShort((short) 0);
        return header.put((byte) (HEIGHT - 1)).putShort((short) 0).array();
    }

    /** A TIFF header and one directory with one entry: 26 bytes. */
    private static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer exif = ByteBuffer.allocate(26).order(order);
        String start = order == ByteOrder.BIG_ENDIAN ? "MM\0*" : "II*\0";
        exif.put(start.getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        return exif.putShort((short) orientation).putShort((short) 0).array();
    }

    static byte[] pngChunk(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + 12);
        chunk.putInt(content.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array(), 4, content.length + 4);
        return chunk.putInt((int) checksum.getValue()).array();
    }

    static byte[] inserted(byte[] file, int at, byte[] what) {
        ByteBuffer all = ByteBuffer.allocate(file.length + what.length);
        return all.put(file, 0, at).put(what).put(file, at, file.length - at).array();
    }

    /** Four components, inverted as Adobe writes them. */
    static byte[] cmyk() throws IOException {
        BufferedImage rgb = picture(BufferedImage.TYPE_3BYTE_BGR);
        byte[] inverted = new byte[WIDTH * HEIGHT * 4];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int pixel = rgb.getRGB(i % WIDTH, i / WIDTH);
            inverted[4 * i] = (byte) (pixel >> 16);
            inverted[4 * i + 1] = (byte) (pixel >> 8);
            inverted[4 * i + 2] = (byte) pixel;
            inverted[4 * i + 3] = (byte) 255;
        }
        return CmykJpeg.write(inverted, WIDTH, HEIGHT);
    }

    /** Nothing but a signature and a header chunk. */
    static byte[] pngHeader(int width, int height) {
        ByteBuffer png = ByteBuffer.allocate(33);
        png.put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        png.putInt(13).put("IHDR".getBytes(StandardCharsets.ISO_8859_1));
        png.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(png.array(), 12, 17);
        return png.putInt((int) crc.getValue()).array();
    }

    static BufferedImage decode(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}
