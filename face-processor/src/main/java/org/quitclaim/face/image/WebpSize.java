package org.quitclaim.face.image;

import java.awt.Dimension;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** How large the picture of a WebP says that it is. Source: RFC 9649, sections 2.7 and 3.4. */
final class WebpSize {
    private static final int LOSSLESS_HEADER = 5;
    private static final int CANVAS_HEADER = 10;
    private static final int CANVAS = 4;
    private static final int SIDE = 0x3FFF;
    private static final int SIDE_BITS = 14;

    private WebpSize() {}

    /** Of one that is extended, or lossless. */
    static Optional<Dimension> of(byte[] file) {
        return Riff.chunks(file).stream().findFirst().flatMap(first -> switch (first.type()) {
            case "VP8X" -> first.length() < CANVAS_HEADER ? Optional.empty() : Optional.of(canvas(file, first.start()));
            case "VP8L" -> first.length() < LOSSLESS_HEADER ? Optional.empty() : Optional.of(bits(file, first.start()));
            default -> Optional.empty();
        });
    }

    private static Dimension canvas(byte[] file, int start) {
        return new Dimension(Riff.threeBytes(file, start + CANVAS) + 1, Riff.threeBytes(file, start + CANVAS + 3) + 1);
    }

    private static Dimension bits(byte[] file, int start) {
        int bits = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(start + 1);
        return new Dimension((bits & SIDE) + 1, (bits >>> SIDE_BITS & SIDE) + 1);
    }
}
