package org.quitclaim.face.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link FilePackets} of a HEIC or AVIF. Source: ISO/IEC 14496-12 sections 8.11.3 and 8.11.6; ISO/IEC 23008-12 annex A. */
final class HeifPackets {
    private static final int MOST_ITEMS = 10_000;

    private final FilePackets found;
    private final byte[] file;
    private final Map<Integer, String> kinds = new HashMap<>();

    private HeifPackets(FilePackets found, byte[] file) {
        this.found = found;
        this.file = file;
    }

    static void into(FilePackets found, byte[] file) {
        try {
            HeifBoxes.first(HeifBoxes.in(ByteBuffer.wrap(file)), "meta").ifPresent(meta -> {
                List<HeifBoxes.Box> boxes = HeifBoxes.in(meta.body());
                HeifPackets packets = new HeifPackets(found, file);
                HeifBoxes.first(boxes, "iinf").ifPresent(packets::kinds);
                HeifBoxes.first(boxes, "iloc").ifPresent(packets::places);
            });
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // a container that lies has no words
            return;
        }
    }

    private void kinds(HeifBoxes.Box list) {
        ByteBuffer body = list.body();
        int count = list.version() > 0 ? Integer.BYTES : Short.BYTES;
        for (HeifBoxes.Box entry : HeifBoxes.in(body.slice(count, body.limit() - count))) {
            if (entry.is("infe") && entry.version() >= 2) {
                ByteBuffer info = entry.body();
                int item = entry.version() > 2 ? info.getInt() : info.getShort() & 0xFFFF;
                info.getShort();
                int kind = info.getInt();
                byte[] rest = new byte[info.remaining()];
                info.get(rest);
                if (kind == HeifBoxes.code("Exif")) {
                    kinds.put(item, "Exif");
                } else if (kind == HeifBoxes.code("mime")
                        && new String(rest, StandardCharsets.ISO_8859_1).contains("application/rdf+xml")) {
                    kinds.put(item, "XMP");
                }
            }
        }
    }

    private void places(HeifBoxes.Box list) {
        ByteBuffer body = list.body();
        int version = list.version();
        int sizes = body.getShort() & 0xFFFF;
        int count = version < 2 ? body.getShort() & 0xFFFF : body.getInt();
        for (int i = 0; i < count && i < MOST_ITEMS; i++) {
            int item = version < 2 ? body.getShort() & 0xFFFF : body.getInt();
            int method = version == 0 ? 0 : body.getShort() & 0xF;
            body.getShort();
            long base = number(body, sizes >> 4 & 0xF);
            int extents = body.getShort() & 0xFFFF;
            for (int j = 0; j < extents; j++) {
                if (version > 0) {
                    number(body, sizes & 0xF);
                }
                long from = base + number(body, sizes >> 12);
                long length = number(body, sizes >> 8 & 0xF);
                // one in pieces, or in a box of its own, is written by nobody
                if (method == 0 && extents == 1 && kinds.containsKey(item)) {
                    take(kinds.get(item), from, length);
                }
            }
        }
    }

    private static long number(ByteBuffer body, int bytes) {
        return switch (bytes) {
            case 4 -> Integer.toUnsignedLong(body.getInt());
            case 8 -> body.getLong();
            default -> 0;
        };
    }

    private void take(String kind, long from, long length) {
        if (from < 0 || length < 0 || length > FilePackets.MOST_BYTES || from + length > file.length) {
            return;
        }
        if (kind.equals("XMP")) {
            found.xmp(file, (int) from, (int) length);
            return;
        }
        // four bytes say how far behind them the block begins
        long skipped = length < Integer.BYTES
                ? length
                : Integer.BYTES + Integer.toUnsignedLong(ByteBuffer.wrap(file).getInt((int) from));
        if (skipped < length) {
            found.exif(ByteBuffer.wrap(file, (int) (from + skipped), (int) (length - skipped))
                    .slice());
        }
    }
}
