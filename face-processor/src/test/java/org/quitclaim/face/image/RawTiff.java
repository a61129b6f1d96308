package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** A TIFF of one strip that says what it is told to say. */
final class RawTiff {
    static final int COLOURS = 262;
    static final int EXTRA = 338;
    static final int KINDS = 339;

    private static final int START = 8;
    private static final int ENTRY = 12;
    private static final int LONG = 4;
    private static final int SHORT = 3;

    private RawTiff() {}

    /** Eight bits, not compressed, where {@code more} says nothing else. */
    static byte[] of(int width, int height, int channels, byte[] strip, Map<Integer, Integer> more) {
        TreeMap<Integer, Integer> fields = new TreeMap<>(Map.of(
                TiffFile.WIDTH,
                width,
                TiffFile.HEIGHT,
                height,
                TiffFile.BITS,
                Byte.SIZE,
                TiffFile.COMPRESSION,
                1,
                COLOURS,
                channels < 3 ? 1 : 2,
                TiffFile.STRIP_OFFSETS,
                START,
                TiffFile.CHANNELS,
                channels,
                278,
                height,
                TiffFile.STRIP_LENGTHS,
                strip.length));
        fields.putAll(more);
        int depths = START + strip.length + strip.length % 2;
        int directory = depths + channels * Short.BYTES;
        ByteBuffer file = ByteBuffer.allocate(directory + Short.BYTES + fields.size() * ENTRY + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'I', 'I', '*', 0}).putInt(directory).put(strip).position(depths);
        for (int i = 0; i < channels; i++) {
            file.putShort(fields.getOrDefault(TiffFile.BITS, Byte.SIZE).shortValue());
        }
        file.putShort((short) fields.size());
        fields.forEach((tag, value) -> {
            boolean isDepth = tag == TiffFile.BITS && channels > 2;
            file.putShort(tag.shortValue()).putShort((short) (tag == TiffFile.BITS ? SHORT : LONG));
            file.putInt(tag == TiffFile.BITS ? channels : 1);
            file.putInt(isDepth ? depths : tag == TiffFile.BITS && channels == 2 ? value << Short.SIZE | value : value);
        });
        return file.array();
    }
}
