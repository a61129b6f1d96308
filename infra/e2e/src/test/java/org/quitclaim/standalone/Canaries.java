package org.quitclaim.standalone;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What must be found nowhere, in every form in which a careless store would hold it. */
final class Canaries {
    private static final int FLOATS_IN_A_ROW = 4;

    /** The bytes to look for, as ISO 8859-1 text of the same length, by what they are. */
    private final Map<String, String> needles = new LinkedHashMap<>();

    void plantText(String text) {
        forms("text", text.getBytes(StandardCharsets.UTF_8));
        for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            forms("text in " + wide, text.getBytes(wide));
        }
    }

    /** Any four numbers in a row give it away, and so does one written out. */
    void plantVector(float[] vector) {
        for (int first = 0; first + FLOATS_IN_A_ROW <= vector.length; first += FLOATS_IN_A_ROW) {
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                ByteBuffer some =
                        ByteBuffer.allocate(FLOATS_IN_A_ROW * Float.BYTES).order(order);
                for (int i = first; i < first + FLOATS_IN_A_ROW; i++) {
                    some.putFloat(vector[i]);
                }
                forms("vector in " + order, some.array());
            }
            String decimal = Float.toString(vector[first]);
            if (decimal.length() > 9) {
                forms("vector in decimals", decimal.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    /** As it is, and as Base64 wherever in a longer text it begins. */
    private void forms(String what, byte[] bytes) {
        add(what, bytes);
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            int from = shift == 0 ? 0 : 4;
            int to = shifted.length / 3 * 4;
            String encoded = Base64.getEncoder().encodeToString(shifted).substring(from, to);
            add(what + " in Base64", encoded.getBytes(StandardCharsets.US_ASCII));
            add(what + " in Base64", encoded.replace('+', '-').replace('/', '_').getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void add(String what, byte[] bytes) {
        needles.put(new String(bytes, StandardCharsets.ISO_8859_1), what);
    }

    int count() {
        return needles.size();
    }

    /** What was found in these bytes; never the canary itself, which may be a secret of a real run. */
    List<String> in(String where, byte[] bytes) {
        String hay = new String(bytes, StandardCharsets.ISO_8859_1);
        return needles.entrySet().stream()
                .filter(needle -> hay.contains(needle.getKey()))
                .map(needle -> needle.getValue() + " in " + where)
                .distinct()
                .toList();
    }

    /** What was found in the names and the contents of every file under a folder, compressed ones unpacked. */
    List<String> under(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                found.addAll(in("the name of " + name, name.getBytes(StandardCharsets.UTF_8)));
                found.addAll(in(name, unpacked(Files.readAllBytes(file))));
            }
        }
        return found;
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        boolean packed = bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
        if (!packed) {
            return bytes;
        }
        try (BufferedInputStream in = new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            return in.readAllBytes();
        }
    }
}
