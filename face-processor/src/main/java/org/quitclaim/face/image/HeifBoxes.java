package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The boxes of an ISO base media file.
 *
 * <p><b>Guarantees</b>: a box that is returned lies within its parent; nothing is copied.
 *
 * <p><b>Source</b>: ISO/IEC 14496-12, section 4.2.
 */
final class HeifBoxes {
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;

    private HeifBoxes() {}

    /** @param content without the header, from 0 */
    record Box(int type, ByteBuffer content) {
        boolean is(String name) {
            return type == code(name);
        }

        /** Behind version and flags. */
        ByteBuffer body() {
            int skipped = Math.min(Integer.BYTES, content.limit());
            return content.slice(skipped, content.limit() - skipped);
        }

        int version() {
            return content.limit() < Integer.BYTES ? 0 : content.get(0) & 0xFF;
        }

        int flags() {
            return content.limit() < Integer.BYTES ? 0 : content.getInt(0) & 0xFFFFFF;
        }
    }

    static int code(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }

    static Optional<Box> first(List<Box> boxes, String name) {
        return boxes.stream().filter(box -> box.is(name)).findFirst();
    }

    /** Whether nothing is announced that is not there. */
    static boolean reachesItsEnd(byte[] file) {
        ByteBuffer whole = ByteBuffer.wrap(file);
        List<Box> boxes = in(whole);
        return !boxes.isEmpty()
                && boxes.getLast().content().arrayOffset()
                                + boxes.getLast().content().limit()
                        == file.length;
    }

    static List<Box> in(ByteBuffer parent) {
        List<Box> found = new ArrayList<>();
        long at = 0;
        while (at + HEADER <= parent.limit()) {
            long size = Integer.toUnsignedLong(parent.getInt((int) at));
            int type = parent.getInt((int) at + 4);
            int header = HEADER;
            if (size == 1 && at + LONG_HEADER <= parent.limit()) {
                size = parent.getLong((int) at + HEADER);
                header = LONG_HEADER;
            } else if (size == 0) {
                size = parent.limit() - at;
            }
            if (size < header || size > parent.limit() - at) {
                return found;
            }
            found.add(new Box(type, parent.slice((int) at + header, (int) size - header)));
            at += size;
        }
        return found;
    }
}
