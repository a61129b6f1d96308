package org.quitclaim.face.image;

import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A JPEG of four components with Adobe's marker, which the platform's own reader refuses. */
final class CmykJpeg {

    private CmykJpeg() {}

    static byte[] write(byte[] fourPerPixel, int width, int height) throws IOException {
        Raster raster = Raster.createInterleavedRaster(
                new DataBufferByte(fourPerPixel, fourPerPixel.length),
                width,
                height,
                width * 4,
                4,
                new int[] {0, 1, 2, 3},
                new Point(0, 0));
        if (raster.getTransferType() != DataBuffer.TYPE_BYTE) {
            throw new IllegalStateException("The raster holds no bytes");
        }
        ImageWriter writer = platformWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return withAdobeMarker(bytes.toByteArray());
    }

    private static ImageWriter platformWriter() {
        var writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun")) {
                return writer;
            }
        }
        throw new IllegalStateException("The platform writes no JPEG");
    }

    private static byte[] withAdobeMarker(byte[] jpeg) {
        ByteBuffer adobe = ByteBuffer.allocate(16);
        adobe.putShort((short) 0xFFEE).putShort((short) 14);
        adobe.put("Adobe".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 100);
        adobe.putShort((short) 0).putShort((short) 0).put((byte) 0);
        return ByteBuffer.allocate(jpeg.length + 16)
                .put(jpeg, 0, 2)
                .put(adobe.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
