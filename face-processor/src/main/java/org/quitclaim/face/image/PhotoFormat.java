package org.quitclaim.face.image;

import java.nio.charset.StandardCharsets;

/** What the first bytes of a file say that it is. */
enum PhotoFormat {
    JPEG,
    PNG,
    WEBP,
    /** Of which a part is compressed without loss. */
    LOSSLESS_WEBP,
    TIFF,
    HEIC,
    AVIF,
    /** Everything else; {@link KnownFile} may tell what it is. */
    UNREAD;

    static PhotoFormat of(byte[] file) {
        if (Signature.has(file, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (Signature.has(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (Signature.has(file, 0, "RIFF") && Signature.has(file, 8, "WEBP")) {
            return isLossless(StillWebp.of(file).file()) ? LOSSLESS_WEBP : WEBP;
        }
        if (Signature.has(file, 4, "ftyp")) {
            return ofBrand(new String(file, 0, Math.min(file.length, 12), StandardCharsets.ISO_8859_1).substring(8));
        }
        return TiffFile.isOne(file) ? TIFF : UNREAD;
    }

    /** Whether it is decoded by a program of its own, and kept as what that made of it. */
    boolean isDecodedOutside() {
        return this == HEIC || this == AVIF || this == LOSSLESS_WEBP;
    }

    /** The same container also holds films. */
    private static PhotoFormat ofBrand(String brand) {
        return switch (brand) {
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" -> HEIC;
            case "avif", "avis" -> AVIF;
            default -> UNREAD;
        };
    }

    /**
     * Whether a part of a WebP is compressed without loss, the transparency included. The decoder of this process makes
     * tables for as many codes as the file announces: three changed bytes in a sample of some hundred kept it busy for
     * minutes.
     */
    private static boolean isLossless(byte[] file) {
        return Riff.chunks(file).stream()
                .anyMatch(chunk -> chunk.type().equals("VP8L")
                        || chunk.type().equals("ALPH") && chunk.length() > 0 && file[chunk.start()] % 4 != 0);
    }
}
