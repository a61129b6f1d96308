package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * Reads one number out of an EXIF block.
 *
 * <p><b>Guarantees</b>: follows no link beyond the first directory and allocates nothing by what the block says; a block
 * that makes no sense has no orientation.
 *
 * <p><b>Source</b>: TIFF 6.0 section 2; EXIF 3.0, tag 0x0112.
 */
final class ExifOrientation {

    private static final short LITTLE_ENDIAN = 0x4949;
    private static final short BIG_ENDIAN = 0x4D4D;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private ExifOrientation() {}

    static OptionalInt in(ByteBuffer tiff) {
        if (tiff.limit() < HEADER) {
            return OptionalInt.empty();
        }
        short order = tiff.order(ByteOrder.BIG_ENDIAN).getShort(0);
        if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) {
            return OptionalInt.empty();
        }
        tiff.order(order == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        return directory + 2 <= tiff.limit() ? inDirectory(tiff, (int) directory) : OptionalInt.empty();
    }

    private static OptionalInt inDirectory(ByteBuffer tiff, int directory) {
        int entries = tiff.getShort(directory) & 0xFFFF;
        int at = directory + 2;
        for (int i = 0; i < entries && at + ENTRY <= tiff.limit(); i++, at += ENTRY) {
            if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
                return value(tiff, at);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt value(ByteBuffer tiff, int entry) {
        return switch (tiff.getShort(entry + 2)) {
            case SHORT -> OptionalInt.of(tiff.getShort(entry + 8) & 0xFFFF);
            case LONG -> OptionalInt.of(tiff.getInt(entry + 8));
            default -> OptionalInt.empty();
        };
    }
}
