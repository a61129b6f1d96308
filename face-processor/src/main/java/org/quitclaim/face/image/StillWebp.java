package org.quitclaim.face.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The picture of a WebP that a viewer shows at first; of an animation the first one, in its place on the canvas.
 *
 * <p><b>Source</b>: RFC 9649 section 2.7.
 *
 * @param file a WebP of one picture and nothing else; of a simple file the file itself
 * @param width of the canvas
 * @param height of the canvas
 * @param left where the picture lies on it
 * @param top where the picture lies on it
 * @param pictures how many the file has
 */
record StillWebp(byte[] file, int width, int height, int left, int top, int pictures) {
    private static final int FRAME_HEADER = 16;
    private static final int CANVAS_HEADER = 10;
    private static final int SIZE_IN_FRAME = 6;
    private static final int SIZE_IN_CANVAS = 4;
    private static final int SECOND = 3;
    private static final byte HAS_ALPHA = 0x10;

    /** The file itself where it is a simple one, or makes no sense. */
    static StillWebp of(byte[] file) {
        List<Riff.Chunk> chunks = Riff.chunks(file);
        boolean hasCanvas = !chunks.isEmpty()
                && chunks.getFirst().type().equals("VP8X")
                && chunks.getFirst().length() >= CANVAS_HEADER;
        if (!hasCanvas) {
            return new StillWebp(file, 0, 0, 0, 0, 1);
        }
        int canvas = chunks.getFirst().start() + SIZE_IN_CANVAS;
        List<Riff.Chunk> frames =
                chunks.stream().filter(chunk -> chunk.type().equals("ANMF")).toList();
        if (frames.isEmpty() || frames.getFirst().length() < FRAME_HEADER) {
            return new StillWebp(alone(file, chunks, canvas), 0, 0, 0, 0, 1);
        }
        int frame = frames.getFirst().start();
        List<Riff.Chunk> parts = Riff.chunks(
                file, frame + FRAME_HEADER, frame + frames.getFirst().length());
        return new StillWebp(
                alone(file, parts, frame + SIZE_IN_FRAME),
                Riff.threeBytes(file, canvas) + 1,
                Riff.threeBytes(file, canvas + SECOND) + 1,
                2 * Riff.threeBytes(file, frame),
                2 * Riff.threeBytes(file, frame + SECOND),
                frames.size());
    }

    boolean isAnimated() {
        return width > 0;
    }

    /** Without profile, EXIF and texts: the decoder makes as much room as a profile says that it is long. */
    private static byte[] alone(byte[] file, List<Riff.Chunk> chunks, int size) {
        List<byte[]> parts = chunks.stream()
                .filter(part -> List.of("ALPH", "VP8 ", "VP8L").contains(part.type()))
                .map(part -> part.bytes(file))
                .toList();
        int body = parts.stream().mapToInt(part -> part.length).sum();
        ByteBuffer still = ByteBuffer.allocate(12 + 8 + CANVAS_HEADER + body).order(ByteOrder.LITTLE_ENDIAN);
        still.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(still.capacity() - 8);
        still.put("WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(CANVAS_HEADER);
        boolean hasAlpha =
                chunks.stream().anyMatch(part -> List.of("ALPH", "VP8L").contains(part.type()));
        still.putInt(hasAlpha ? HAS_ALPHA : 0).put(file, size, 2 * SECOND);
        parts.forEach(still::put);
        return still.array();
    }
}
