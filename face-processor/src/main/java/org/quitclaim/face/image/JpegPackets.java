package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link FilePackets} of a JPEG. */
final class JpegPackets {
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String MORE_XMP = "http://ns.adobe.com/xmp/extension/\0";
    private static final String PHOTOSHOP = "Photoshop 3.0\0";
    private static final String EXIF = "Exif\0\0";
    /** Of more XMP than fits a segment: a digest, how long it is, and where this part stands. */
    private static final int DIGEST = 32;

    private static final int PART_HEADER = DIGEST + 8;

    private final FilePackets found;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private JpegPackets(FilePackets found) {
        this.found = found;
    }

    static void into(FilePackets found, byte[] file) {
        JpegPackets packets = new JpegPackets(found);
        packets.walk(ByteBuffer.wrap(file));
        packets.parts.values().forEach(whole -> found.xmp(whole, 0, whole.length));
    }

    private void walk(ByteBuffer file) {
        int at = 2;
        while (at + 4 <= file.limit() && (file.get(at) & 0xFF) == 0xFF) {
            int code = file.get(at + 1) & 0xFF;
            if (code == 0xDA || code == 0xD9) {
                return;
            }
            if (code == 0xFF) {
                at++; // a fill byte
                continue;
            }
            int length = Math.max(2, file.getShort(at + 2) & 0xFFFF);
            if (at + 2 + length > file.limit()) {
                return;
            }
            segment(code, file.slice(at + 4, length - 2));
            at += 2 + length;
        }
    }

    private void segment(int code, ByteBuffer content) {
        if (code == 0xE1 && begins(content, EXIF)) {
            found.exif(content);
        } else if (code == 0xE1 && begins(content, XMP)) {
            byte[] packet = behind(content, XMP);
            found.xmp(packet, 0, packet.length);
        } else if (code == 0xE1 && begins(content, MORE_XMP)) {
            part(behind(content, MORE_XMP));
        } else if (code == 0xED && begins(content, PHOTOSHOP)) {
            found.photoshop(ByteBuffer.wrap(behind(content, PHOTOSHOP)));
        }
    }

    private void part(byte[] content) {
        if (content.length < PART_HEADER) {
            return;
        }
        String digest = new String(content, 0, DIGEST, StandardCharsets.ISO_8859_1);
        ByteBuffer header = ByteBuffer.wrap(content);
        long whole = Integer.toUnsignedLong(header.getInt(DIGEST));
        long from = Integer.toUnsignedLong(header.getInt(DIGEST + 4));
        int length = content.length - PART_HEADER;
        boolean isKnown = parts.containsKey(digest);
        if (whole > FilePackets.MOST_BYTES || !isKnown && parts.size() == 2) {
            return;
        }
        byte[] all = parts.computeIfAbsent(digest, any -> blank((int) whole));
        if (from + length <= all.length) {
            System.arraycopy(content, PART_HEADER, all, (int) from, length);
        }
    }

    private static byte[] blank(int length) {
        byte[] blank = new byte[length];
        Arrays.fill(blank, (byte) ' ');
        return blank;
    }

    private static boolean begins(ByteBuffer content, String prefix) {
        return content.limit() >= prefix.length()
                && content.slice(0, prefix.length())
                        .equals(ByteBuffer.wrap(prefix.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] behind(ByteBuffer content, String prefix) {
        byte[] rest = new byte[content.limit() - prefix.length()];
        content.get(prefix.length(), rest);
        return rest;
    }
}
