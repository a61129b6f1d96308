package org.quitclaim.face.image;

import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A colour box holds a whole profile, which goes first, or numbers. Source: ISO/IEC 14496-12, section 12.1.5. */
final class HeifColours {
    private static final int KIND = 4;
    private static final int CODES = KIND + 4;

    private HeifColours() {}

    static Optional<ICC_Profile> in(byte[] file) {
        List<ByteBuffer> boxes = HeifFile.of(file).map(HeifFile::colours).orElse(List.of()).stream()
                .filter(box -> box.limit() >= CODES)
                .toList();
        Optional<ICC_Profile> whole = boxes.stream()
                .filter(box -> isOf(box, "prof") || isOf(box, "rICC"))
                .findFirst()
                .flatMap(HeifColours::profile);
        return whole.or(() -> boxes.stream()
                .filter(box -> isOf(box, "nclx"))
                .findFirst()
                .flatMap(box ->
                        CodedColours.profile(box.getShort(KIND) & 0xFFFF, box.getShort(KIND + 2) & 0xFFFF, false)));
    }

    private static Optional<ICC_Profile> profile(ByteBuffer box) {
        if (box.limit() - KIND > Colours.MOST_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = new byte[box.limit() - KIND];
        box.get(KIND, bytes);
        return Colours.profile(bytes);
    }

    private static boolean isOf(ByteBuffer box, String kind) {
        return box.getInt(0) == HeifBoxes.code(kind);
    }
}
