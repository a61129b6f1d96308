package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A field of a TIFF directory, of which all values lie within the file.
 *
 * @param entry where it stands in its directory
 * @param value where its first value is
 */
record TiffField(int tag, int type, int count, int entry, int value) {
    private static final int[] BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int MOST_VALUES = 1 << 22;

    /** Empty for one that lies. */
    static Optional<TiffField> at(ByteBuffer data, int entry) {
        int type = Short.toUnsignedInt(data.getShort(entry + 2));
        long count = Integer.toUnsignedLong(data.getInt(entry + 4));
        if (type == 0 || type >= BYTES.length || count == 0 || count > MOST_VALUES) {
            return Optional.empty();
        }
        long length = count * BYTES[type];
        long value = length <= Integer.BYTES ? entry + 8L : Integer.toUnsignedLong(data.getInt(entry + 8));
        return value + length > data.limit()
                ? Optional.empty()
                : Optional.of(new TiffField(
                        Short.toUnsignedInt(data.getShort(entry)), type, (int) count, entry, (int) value));
    }

    /** 0 for what is no number, or is not there. */
    long number(ByteBuffer data, int index) {
        if (index >= count) {
            return 0;
        }
        return switch (type) {
            case SHORT -> Short.toUnsignedInt(data.getShort(value + 2 * index));
            case LONG -> Integer.toUnsignedLong(data.getInt(value + 4 * index));
            default -> BYTES[type] == 1 ? Byte.toUnsignedInt(data.get(value + index)) : 0;
        };
    }
}
