package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why a TIFF is not given to its decoder. */
final class TiffChecks {
    /** None, the three of fax machines, LZW, JPEG, deflate under both of its numbers, PackBits. */
    private static final Set<Long> READ = Set.of(1L, 2L, 3L, 4L, 5L, 7L, 8L, 32_946L, 32_773L);

    private static final Map<Long, String> NAMES = Map.of(
            6L, "TIFF (JPEG 6)",
            34_712L, "TIFF (JPEG 2000)",
            34_887L, "TIFF (LERC)",
            34_925L, "TIFF (LZMA)",
            50_000L, "TIFF (Zstandard)",
            50_001L, "TIFF (WebP)",
            50_002L, "TIFF (JPEG XL)");

    private static final long JPEG = 7;
    private static final int MOST_BITS = 16;
    private static final int MOST_CHANNELS = 5;
    private static final long ROUNDING = 1 << 20;

    private TiffChecks() {}

    /** Empty for one that may be decoded, except for its size, which is looked at for every format. */
    static Optional<PhotoRefusal> refusal(byte[] file, long most) {
        Optional<TiffFile> found = TiffFile.of(file);
        if (found.isEmpty()) {
            return Optional.of(new PhotoRefusal.Truncated());
        }
        TiffFile tiff = found.get();
        long compression = tiff.number(TiffFile.COMPRESSION, 1);
        if (!READ.contains(compression)) {
            return Optional.of(
                    new PhotoRefusal.UnsupportedFormat(NAMES.getOrDefault(compression, "TIFF (" + compression + ")")));
        }
        if (!tiff.isComplete()) {
            return Optional.of(new PhotoRefusal.Truncated());
        }
        if (tiff.number(TiffFile.BITS, 1) > MOST_BITS || tiff.number(TiffFile.CHANNELS, 1) > MOST_CHANNELS) {
            return Optional.of(new PhotoRefusal.UnsupportedFormat("TIFF (32 bits)"));
        }
        Optional<String> unread = TiffPixels.of(tiff).unread();
        if (unread.isPresent()) {
            return unread.map(PhotoRefusal.UnsupportedFormat::new);
        }
        long pixels = tiff.number(TiffFile.WIDTH, 0) * tiff.number(TiffFile.HEIGHT, 0);
        long atOnce = Math.max(pixels, ROUNDING);
        if (tiff.pixelsAtOnce() > Math.min(most, 2 * atOnce)) {
            return Optional.of(new PhotoRefusal.TooManyPixels(
                    (int) tiff.number(TiffFile.TILE_WIDTH, 0), (int) tiff.number(TiffFile.TILE_HEIGHT, 0), most));
        }
        return compression == JPEG ? ofJpegParts(tiff.parts(), atOnce, file.length) : Optional.empty();
    }

    /** Each part is a picture of its own to a decoder: what they say of themselves counts, and all of them together. */
    private static Optional<PhotoRefusal> ofJpegParts(List<ByteBuffer> parts, long atOnce, long bytes) {
        if (parts.stream().mapToLong(ByteBuffer::limit).sum() > bytes
                || parts.stream().mapToLong(TiffChecks::jpegPixels).anyMatch(part -> part > atOnce)) {
            return Optional.of(new PhotoRefusal.Damaged());
        }
        return JpegScans.areTooMany(parts, TiffChecks::jpegPixels)
                ? Optional.of(new PhotoRefusal.TooCostly())
                : Optional.empty();
    }

    /** A part that is a JPEG says its own size. */
    private static long jpegPixels(ByteBuffer part) {
        return JpegFrame.in(part)
                .map(frame -> (long) frame.width() * frame.height())
                .orElse(0L);
    }
}
