package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Reads and writes a small file with a key in it.
 *
 * <p><b>Guarantees:</b> what passes between the file and the caller's bytes is overwritten at once. Java otherwise copies
 * it to a buffer outside the heap, which belongs to the thread and is kept with its content for as long as the thread
 * lives.
 */
final class SecretFile {
    private SecretFile() {}

    /** The content; the caller overwrites it. */
    static byte[] read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Passing passing = new Passing(Math.toIntExact(channel.size()))) {
            ByteBuffer buffer = passing.buffer();
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until it is full or the file ends
            }
            byte[] content = new byte[buffer.flip().remaining()];
            buffer.get(content);
            return content;
        }
    }

    static void write(FileChannel channel, byte[] content) throws IOException {
        try (Passing passing = new Passing(content.length)) {
            ByteBuffer buffer = passing.buffer().put(content).flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    static void wipe(byte[] content) {
        Arrays.fill(content, (byte) 0);
    }

    private static final class Passing implements AutoCloseable {
        private final Arena arena = Arena.ofConfined();
        private final MemorySegment memory;

        Passing(int bytes) {
            memory = arena.allocate(Math.max(bytes, 1)).asSlice(0, bytes);
        }

        ByteBuffer buffer() {
            return memory.asByteBuffer();
        }

        @Override
        public void close() {
            memory.fill((byte) 0);
            arena.close();
        }
    }
}
