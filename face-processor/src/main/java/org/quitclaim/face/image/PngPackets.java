package org.quitclaim.face.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * {@link FilePackets} of a PNG: {@code eXIf}, XMP in {@code iTXt}, the texts that name a maker, and the blocks in hexadecimal
 * ("Raw profile type …") that ImageMagick and exiftool write.
 */
final class PngPackets {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final String RAW = "Raw profile type ";

    private final FilePackets found;

    private PngPackets(FilePackets found) {
        this.found = found;
    }

    static void into(FilePackets found, byte[] file) {
        PngPackets packets = new PngPackets(found);
        ByteBuffer data = ByteBuffer.wrap(file);
        long at = SIGNATURE;
        while (at + AROUND <= file.length) {
            long length = Integer.toUnsignedLong(data.getInt((int) at));
            if (at + AROUND + length > file.length) {
                return;
            }
            String type = new String(file, (int) at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length <= FilePackets.MOST_BYTES) {
                packets.chunk(type, file, (int) at + SIGNATURE, (int) length);
            }
            at += AROUND + length;
        }
    }

    private void chunk(String type, byte[] file, int start, int length) {
        switch (type) {
            case "eXIf" -> found.exif(ByteBuffer.wrap(file, start, length).slice());
            case "tEXt", "zTXt", "iTXt" -> text(type, file, start, start + length);
            default -> {}
        }
    }

    private void text(String type, byte[] file, int start, int end) {
        int keyEnd = endOf(file, start, end);
        String keyword = new String(file, start, keyEnd - start, StandardCharsets.ISO_8859_1);
        boolean isXmp = keyword.equals("XML:com.adobe.xmp");
        if (keyEnd == end
                || !(isXmp || keyword.startsWith(RAW) || keyword.equals("Author") || keyword.equals("Copyright"))) {
            return;
        }
        content(type, file, keyEnd + 1, end).ifPresent(content -> {
            Charset letters = type.equals("iTXt") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            if (isXmp) {
                found.xmp(content, 0, content.length);
            } else if (keyword.startsWith(RAW)) {
                raw(keyword.substring(RAW.length()), new String(content, StandardCharsets.ISO_8859_1));
            } else {
                found.text(keyword, new String(content, letters));
            }
        });
    }

    private static Optional<byte[]> content(String type, byte[] file, int from, int end) {
        if (type.equals("tEXt")) {
            return Optional.of(copy(file, from, end));
        }
        if (type.equals("zTXt")) {
            return from < end ? unpacked(file, from + 1, end) : Optional.empty();
        }
        if (from + 2 > end) {
            return Optional.empty();
        }
        int text = endOf(file, endOf(file, from + 2, end) + 1, end) + 1;
        if (text > end) {
            return Optional.empty();
        }
        return file[from] == 1 ? unpacked(file, text, end) : Optional.of(copy(file, text, end));
    }

    private static int endOf(byte[] file, int from, int end) {
        int at = Math.min(from, end);
        while (at < end && file[at] != 0) {
            at++;
        }
        return at;
    }

    private static byte[] copy(byte[] file, int from, int end) {
        byte[] copy = new byte[end - from];
        System.arraycopy(file, from, copy, 0, copy.length);
        return copy;
    }

    private static Optional<byte[]> unpacked(byte[] file, int from, int end) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(file, from, end - from))) {
            byte[] content = in.readNBytes(FilePackets.MOST_BYTES + 1);
            return content.length > FilePackets.MOST_BYTES ? Optional.empty() : Optional.of(content);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A line with the name, one with the length, and the bytes as digits. */
    private void raw(String kind, String text) {
        String[] lines = text.strip().split("\\s+", 3);
        if (lines.length < 3) {
            return;
        }
        byte[] content;
        try {
            content = HexFormat.of().parseHex(lines[2].replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            return;
        }
        switch (kind) {
            case "exif", "APP1" -> app1(content);
            case "xmp" -> found.xmp(content, 0, content.length);
            case "iptc", "8bim" -> found.photoshop(ByteBuffer.wrap(content));
            default -> {}
        }
    }

    private void app1(byte[] content) {
        String prefix = "http://ns.adobe.com/xap/1.0/\0";
        if (Signature.has(content, 0, prefix)) {
            found.xmp(content, prefix.length(), content.length - prefix.length());
        } else {
            found.exif(ByteBuffer.wrap(content));
        }
    }
}
