package org.quitclaim.access.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the percent-encoding of addresses strictly: UTF-8, two hexadecimal digits after each percent sign. */
final class AddressText {
    private AddressText() {}

    /** The names of a query's parameters in their order; of one that {@link #isReadable}. */
    static List<String> names(String query) {
        return Stream.of(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2)[0])
                .map(name -> decoded(name.replace('+', ' ')).orElse(""))
                .toList();
    }

    static boolean isReadable(String encoded) {
        return decoded(encoded).isPresent();
    }

    private static Optional<String> decoded(String encoded) {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length() * 3);
        for (int i = 0; i < encoded.length(); i++) {
            char next = encoded.charAt(i);
            if (next != '%') {
                bytes.put(String.valueOf(next).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            if (i + 2 >= encoded.length()
                    || !HexFormat.isHexDigit(encoded.charAt(i + 1))
                    || !HexFormat.isHexDigit(encoded.charAt(i + 2))) {
                return Optional.empty();
            }
            bytes.put((byte) HexFormat.fromHexDigits(encoded, i + 1, i + 3));
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
