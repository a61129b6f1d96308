package org.quitclaim.mongo.embedded;

import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as strings that sort as MongoDB sorts the values, so that an ordinary sorted map is an index.
 *
 * <p><b>Shape:</b> per value one character for its type, in MongoDB's order of types, then:
 *
 * <ul>
 *   <li>number: 16 hexadecimal digits of the IEEE 754 double, sign bit flipped (all bits for negatives);
 *   <li>string: its characters, U+0000 doubled by U+0001, then U+0000 U+0000;
 *   <li>instant: 16 hexadecimal digits of the milliseconds with the sign bit flipped;
 *   <li>boolean: 0 or 1; null and missing: nothing; anything else: its text as a string, good for equality only.
 * </ul>
 *
 * <p><b>Guarantees:</b> equal values have equal keys. Different values may share one (a long beyond 2<sup>53</sup>), so
 * whoever reads through an index checks the document itself.
 */
final class SortableKey {
    private static final char END = '\u0000';

    private SortableKey() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "0";
            case de.bwaldvogel.mongo.backend.Missing ignored -> "0";
            case Number number -> "1" + number(number.doubleValue());
            case String text -> "2" + text(text);
            case Boolean flag -> flag ? "71" : "70";
            case Instant instant -> "8" + hex(instant.toEpochMilli() ^ Long.MIN_VALUE);
            default -> "5" + text(value.toString());
        };
    }

    /** Only these are compared by order through an index. */
    static boolean isOrdered(@Nullable Object value) {
        return value instanceof Number || value instanceof String || value instanceof Instant;
    }

    private static String number(double value) {
        long bits = Double.doubleToLongBits(value == 0.0 ? 0.0 : value);
        return hex(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }

    private static String hex(long bits) {
        return HexFormat.of().toHexDigits(bits);
    }

    private static String text(String text) {
        String escaped = text.indexOf(END) < 0 ? text : text.replace("\u0000", "\u0000\u0001");
        return escaped + END + END;
    }
}
