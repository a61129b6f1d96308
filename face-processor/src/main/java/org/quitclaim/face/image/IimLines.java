package org.quitclaim.face.image;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who made a picture, as the older records of the IPTC say. Source: IPTC-IIM 4.2, records 1 and 2. */
final class IimLines {
    static final int CREATOR = 80;
    static final int CREDIT = 110;
    static final int COPYRIGHT = 116;
    private static final int HEADER = 5;

    private final Map<Integer, byte[]> lines = new HashMap<>();

    private IimLines() {}

    static IimLines of(byte[] records) {
        IimLines found = new IimLines();
        int at = 0;
        while (at + HEADER <= records.length && records[at] == 0x1C) {
            int length = (records[at + 3] & 0xFF) << 8 | records[at + 4] & 0xFF;
            if (length > Short.MAX_VALUE || at + HEADER + length > records.length) {
                return found;
            }
            if (records[at + 1] == 2) {
                found.lines.putIfAbsent(
                        records[at + 2] & 0xFF, Arrays.copyOfRange(records, at + HEADER, at + HEADER + length));
            }
            at += HEADER + length;
        }
        return found;
    }

    Optional<String> line(int dataset) {
        return Optional.ofNullable(lines.get(dataset))
                .map(bytes -> bytes.length == 0 ? "" : TiffWords.decoded(bytes))
                .filter(text -> !text.isEmpty());
    }
}
