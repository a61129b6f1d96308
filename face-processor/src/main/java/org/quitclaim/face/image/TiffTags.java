package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** Which fields the first picture of a TIFF has. Source: TIFF 6.0, section 2. */
final class TiffTags {
    static final int MAKE = 0x010F;
    static final int SUB_PICTURES = 0x014A;
    static final int DNG_VERSION = 0xC612;

    private static final int ENTRY_BYTES = 12;

    private TiffTags() {}

    /** @param data with the byte order that the file gives */
    static Set<Integer> ofFirstPicture(ByteBuffer data) {
        Set<Integer> tags = new HashSet<>();
        long first = data.limit() < 8 ? -1 : Integer.toUnsignedLong(data.getInt(4));
        if (first < 0 || first + 2 > data.limit()) {
            return tags;
        }
        int entries = Short.toUnsignedInt(data.getShort((int) first));
        for (int i = 0; i < entries && first + 2 + (long) (i + 1) * ENTRY_BYTES <= data.limit(); i++) {
            tags.add(Short.toUnsignedInt(data.getShort((int) first + 2 + i * ENTRY_BYTES)));
        }
        return tags;
    }
}
