package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quitclaim.face.image.FileWords.Spot;

/**
 * The fields of one directory of a TIFF or an EXIF block in which people write.
 *
 * <p><b>Guarantees</b>: one directory and the one of the place are read, nothing else is followed.
 *
 * <p><b>Source</b>: TIFF 6.0 section 2; EXIF 3.0 sections 4.6.5 and 4.6.6.
 */
final class TiffWords {
    static final int ARTIST = 0x013B;
    static final int XMP = 700;
    static final int IPTC = 33_723;
    static final int PHOTOSHOP = 34_377;
    static final int COPYRIGHT = 0x8298;
    private static final int PLACE = 0x8825;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int[] BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private final ByteBuffer data;
    private final List<TiffField> fields;

    private TiffWords(ByteBuffer data, List<TiffField> fields) {
        this.data = data;
        this.fields = fields;
    }

    static Optional<TiffWords> of(ByteBuffer block) {
        if (block.limit() < HEADER) {
            return Optional.empty();
        }
        short order = block.order(ByteOrder.BIG_ENDIAN).getShort(0);
        if (order != 0x4949 && order != 0x4D4D) {
            return Optional.empty();
        }
        block.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        return directory(block, Integer.toUnsignedLong(block.getInt(4)));
    }

    private static Optional<TiffWords> directory(ByteBuffer data, long at) {
        if (at < HEADER || at + 2 > data.limit()) {
            return Optional.empty();
        }
        int entries = Short.toUnsignedInt(data.getShort((int) at));
        List<TiffField> fields = new ArrayList<>();
        for (int i = 0; i < entries && at + 2 + (long) (i + 1) * ENTRY <= data.limit(); i++) {
            TiffField.at(data, (int) at + 2 + i * ENTRY).ifPresent(fields::add);
        }
        return Optional.of(new TiffWords(data, fields));
    }

    private Optional<TiffField> field(int tag) {
        return fields.stream().filter(field -> field.tag() == tag).findFirst();
    }

    Optional<byte[]> bytes(int tag, int most) {
        return field(tag)
                .filter(field -> (long) field.count() * BYTES[field.type()] <= most)
                .map(field -> {
                    byte[] content = new byte[field.count() * BYTES[field.type()]];
                    data.get(field.value(), content);
                    return content;
                });
    }

    /** Up to the first zero: behind it stands who only worked on the picture. */
    Optional<String> text(int tag) {
        return bytes(tag, FilePackets.MOST_BYTES).map(content -> {
            String text = decoded(content);
            int end = text.indexOf(0);
            return end < 0 ? text : text.substring(0, end);
        });
    }

    /** Most write UTF-8 where the standard has ASCII only. */
    static String decoded(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }

    Optional<Spot> spot() {
        return field(PLACE)
                .flatMap(field -> directory(data, field.number(data, 0)))
                .flatMap(TiffWords::ofPlace);
    }

    private Optional<Spot> ofPlace() {
        Optional<Double> north = degrees(1, 2, 'S');
        Optional<Double> east = degrees(3, 4, 'W');
        return north.isPresent() && east.isPresent()
                ? Optional.of(new Spot(north.get(), east.get()))
                : Optional.empty();
    }

    /** Degrees, minutes and seconds, each a fraction. */
    private Optional<Double> degrees(int sideTag, int tag, char negative) {
        Optional<String> side = text(sideTag);
        Optional<byte[]> three = bytes(tag, 24).filter(content -> content.length == 24);
        if (side.isEmpty() || three.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer numbers = ByteBuffer.wrap(three.get()).order(data.order());
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.toUnsignedLong(numbers.getInt(8 * i))
                    / (double) Integer.toUnsignedLong(numbers.getInt(8 * i + 4));
            sum += part / Math.pow(60, i);
        }
        boolean isOnEarth = sum >= 0 && sum <= 180;
        return isOnEarth ? Optional.of(side.get().indexOf(negative) == 0 ? -sum : sum) : Optional.empty();
    }
}
