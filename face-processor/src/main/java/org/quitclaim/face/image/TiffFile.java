package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.IIOException;

/**
 * The first picture of a TIFF, looked at before a decoder sees it.
 *
 * <p><b>Guarantees</b>: what {@link #firstPictureOnly} returns has one directory of known fields whose values all lie within
 * the file, pixels of a size that its tiles fit, and no chain to follow.
 *
 * <p><b>Source</b>: TIFF 6.0 sections 2, 8 and 15; Adobe Photoshop TIFF technical notes for the compressions 7 and 8.
 */
final class TiffFile {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int STRIP_OFFSETS = 273;
    static final int CHANNELS = 277;
    static final int STRIP_LENGTHS = 279;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_LENGTHS = 325;

    /** What pixels depend on; orientation, texts and other pictures are not the decoder's concern. */
    private static final Set<Integer> NEEDED = Set.of(
            WIDTH,
            HEIGHT,
            BITS,
            COMPRESSION,
            262,
            266,
            STRIP_OFFSETS,
            CHANNELS,
            278,
            STRIP_LENGTHS,
            284,
            292,
            293,
            317,
            320,
            TILE_WIDTH,
            TILE_HEIGHT,
            TILE_OFFSETS,
            TILE_LENGTHS,
            332,
            338,
            339,
            347,
            529,
            530,
            531,
            532,
            34_675);

    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int LINK = 4;
    private static final int MOST_PAGES = 10_000;

    private final ByteBuffer data;
    private final List<TiffField> fields;

    private TiffFile(ByteBuffer data, List<TiffField> fields) {
        this.data = data;
        this.fields = fields;
    }

    static boolean isOne(byte[] file) {
        return Signature.has(file, 0, "II*\0") || Signature.has(file, 0, "MM\0*");
    }

    static ByteBuffer data(byte[] file) {
        return ByteBuffer.wrap(file)
                .order(Signature.has(file, 0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Empty where its first directory is not within the file. */
    static Optional<TiffFile> of(byte[] file) {
        ByteBuffer data = data(file);
        long directory = file.length < HEADER ? file.length : Integer.toUnsignedLong(data.getInt(4));
        if (directory + 2 > file.length) {
            return Optional.empty();
        }
        int entries = Short.toUnsignedInt(data.getShort((int) directory));
        if (directory + 2 + (long) entries * ENTRY + LINK > file.length) {
            return Optional.empty();
        }
        List<TiffField> fields = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            TiffField.at(data, (int) directory + 2 + i * ENTRY)
                    .filter(field -> NEEDED.contains(field.tag()))
                    .ifPresent(fields::add);
        }
        return Optional.of(new TiffFile(data, fields));
    }

    long number(int tag, long otherwise) {
        return fields.stream()
                .filter(field -> field.tag() == tag)
                .findFirst()
                .map(field -> field.number(data, 0))
                .orElse(otherwise);
    }

    /** All different values of a field. */
    Set<Long> numbers(int tag, long otherwise) {
        Set<Long> found = new HashSet<>();
        fields.stream()
                .filter(field -> field.tag() == tag)
                .findFirst()
                .ifPresent(field -> IntStream.range(0, Math.min(field.count(), Byte.MAX_VALUE))
                        .forEach(i -> found.add(field.number(data, i))));
        return found.isEmpty() ? Set.of(otherwise) : found;
    }

    /** Whether every part of the picture lies within the file. */
    boolean isComplete() {
        return (has(STRIP_OFFSETS) || has(TILE_OFFSETS))
                && areWithin(STRIP_OFFSETS, STRIP_LENGTHS)
                && areWithin(TILE_OFFSETS, TILE_LENGTHS);
    }

    /** Which tile or strip a decoder makes room for at once. */
    long pixelsAtOnce() {
        return Math.max(number(TILE_WIDTH, 0) * number(TILE_HEIGHT, 0), 0);
    }

    private boolean has(int tag) {
        return fields.stream().anyMatch(field -> field.tag() == tag);
    }

    private boolean areWithin(int offsets, int lengths) {
        Optional<TiffField> starts =
                fields.stream().filter(field -> field.tag() == offsets).findFirst();
        Optional<TiffField> sizes =
                fields.stream().filter(field -> field.tag() == lengths).findFirst();
        if (starts.isEmpty()) {
            return true;
        }
        if (sizes.isEmpty() || sizes.get().count() != starts.get().count()) {
            return false;
        }
        for (int i = 0; i < starts.get().count(); i++) {
            if (starts.get().number(data, i) + sizes.get().number(data, i) > data.limit()) {
                return false;
            }
        }
        return true;
    }

    /** The parts of the picture as they lie in the file. */
    List<ByteBuffer> parts() {
        List<ByteBuffer> parts = new ArrayList<>();
        for (int[] tags : new int[][] {{STRIP_OFFSETS, STRIP_LENGTHS}, {TILE_OFFSETS, TILE_LENGTHS}}) {
            fields.stream()
                    .filter(field -> field.tag() == tags[0])
                    .findFirst()
                    .ifPresent(starts -> fields.stream()
                            .filter(field -> field.tag() == tags[1])
                            .findFirst()
                            .ifPresent(sizes -> {
                                for (int i = 0; i < starts.count(); i++) {
                                    parts.add(data.slice((int) starts.number(data, i), (int) sizes.number(data, i)));
                                }
                            }));
        }
        return parts;
    }

    /** How many directories follow one another, of which each is a picture; a chain that bites its tail ends there. */
    static int pictures(byte[] file) {
        ByteBuffer data = data(file);
        Set<Long> seen = new HashSet<>();
        long at = file.length < HEADER ? 0 : Integer.toUnsignedLong(data.getInt(4));
        while (at != 0 && at + 2 <= file.length && seen.size() < MOST_PAGES && seen.add(at)) {
            long link = at + 2 + (long) Short.toUnsignedInt(data.getShort((int) at)) * ENTRY;
            at = link + LINK <= file.length ? Integer.toUnsignedLong(data.getInt((int) link)) : 0;
        }
        return Math.max(1, seen.size());
    }

    /** The same bytes with a directory of its own behind them. */
    static byte[] firstPictureOnly(byte[] file) throws IIOException {
        TiffFile tiff = of(file).orElseThrow(() -> new IIOException("There is no directory"));
        int start = file.length + (file.length & 1);
        byte[] copy = new byte[start + 2 + tiff.fields.size() * ENTRY + LINK];
        System.arraycopy(file, 0, copy, 0, file.length);
        ByteBuffer data = data(copy);
        data.putInt(4, start).position(start).putShort((short) tiff.fields.size());
        tiff.fields.forEach(field -> data.put(file, field.entry(), ENTRY));
        return copy;
    }
}
