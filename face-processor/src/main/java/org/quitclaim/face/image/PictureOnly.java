package org.quitclaim.face.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A file without anything that is not its picture: no names, regions, places, times, comments, thumbnails, other pictures,
 * film or sound, wherever they stand.
 *
 * <p><b>Guarantees</b>: what makes the pixels, their colours and the way up is kept byte for byte, so it decodes to the same;
 * only kinds of parts that are known to be such are kept, so whatever else there may be is not. A file whose parts do not lie
 * as they say has none: then only its pixels can be kept. Nothing is unpacked.
 *
 * <p><b>Source</b>: ITU-T T.81 annex B and T.871, W3C PNG section 11, RFC 9649 section 2.
 */
final class PictureOnly {
    private static final Set<String> PNG_CHUNKS =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP");
    private static final Set<String> WEBP_CHUNKS = Set.of("VP8X", "ICCP", "ALPH", "VP8 ");
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_HEADER_END = 33;
    private static final int PNG_AROUND = 12;
    private static final int WEBP_EXIF_AND_XMP = 0x0C;
    private static final int WEBP_EXIF = 0x08;

    private PictureOnly() {}

    static Optional<byte[]> of(PhotoFormat format, byte[] file) {
        Orientation up = Orientation.in(format, file);
        return switch (format) {
            case JPEG -> JpegPictureOnly.of(file, exif(up));
            case PNG -> png(file, exif(up));
            case WEBP -> webp(file, exif(up));
            // a page of a TIFF says all of it in one table, and the others are decoded by another program
            case TIFF, LOSSLESS_WEBP, HEIC, AVIF, UNREAD -> Optional.empty();
        };
    }

    /** The way up, and nothing else; empty for upright. */
    private static byte[] exif(Orientation up) {
        if (up.equals(Orientation.UPRIGHT)) {
            return new byte[0];
        }
        return ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) up.exif())
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static Optional<byte[]> png(byte[] file, byte[] exif) {
        ByteBuffer data = ByteBuffer.wrap(file);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, PNG_SIGNATURE);
        int at = PNG_SIGNATURE;
        while (at + PNG_AROUND <= file.length) {
            long whole = PNG_AROUND + Integer.toUnsignedLong(data.getInt(at));
            if (at + whole > file.length) {
                return Optional.empty();
            }
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (PNG_CHUNKS.contains(type)) {
                kept.write(file, at, (int) whole);
            }
            if (type.equals("IEND")) {
                return Optional.of(kept.toByteArray());
            }
            at += (int) whole;
            if (at == PNG_HEADER_END && exif.length > 0) {
                kept.writeBytes(pngExif(exif));
            }
        }
        return Optional.empty();
    }

    private static byte[] pngExif(byte[] exif) {
        byte[] type = "eXIf".getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(exif);
        return ByteBuffer.allocate(PNG_AROUND + exif.length)
                .putInt(exif.length)
                .put(type)
                .put(exif)
                .putInt((int) sum.getValue())
                .array();
    }

    private static Optional<byte[]> webp(byte[] file, byte[] exif) {
        List<Riff.Chunk> chunks = Riff.chunks(file);
        if (chunks.stream().noneMatch(chunk -> chunk.type().equals("VP8 "))
                || chunks.stream().anyMatch(chunk -> chunk.type().equals("ANMF"))) {
            return Optional.empty();
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        for (Riff.Chunk chunk : chunks) {
            if (WEBP_CHUNKS.contains(chunk.type())) {
                byte[] whole = chunk.bytes(file);
                if (chunk.type().equals("VP8X") && chunk.length() > 0) {
                    int flags = whole[8] & ~WEBP_EXIF_AND_XMP;
                    whole[8] = (byte) (exif.length > 0 ? flags | WEBP_EXIF : flags);
                }
                kept.writeBytes(whole);
            }
        }
        if (exif.length > 0) {
            kept.writeBytes(riff("EXIF", exif.length));
            kept.writeBytes(exif);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(kept.size() + 12);
        all.writeBytes(riff("RIFF", kept.size() + 4));
        all.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(kept.toByteArray());
        return Optional.of(all.toByteArray());
    }

    private static byte[] riff(String type, int length) {
        return ByteBuffer.allocate(8)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(Integer.reverseBytes(length))
                .array();
    }
}
