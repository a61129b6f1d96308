package org.quitclaim.transparency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The salts of the entries.
 *
 * <p><b>Shape:</b> 32 bytes for each index, one behind the other: a salt that has to go is overwritten where it stands, and
 * nothing else holds it. A database would have moved it before.
 */
final class Salts {
    private final Path file;

    Salts(Path file) {
        this.file = file;
    }

    void begin() throws IOException {
        Files.createDirectories(file.resolveSibling("").normalize());
        write(0, new byte[0]);
    }

    /** Whether there is one for each of these entries. */
    boolean cover(long size) {
        try {
            return Files.size(file) >= size * LogEntry.SALT_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    /** Of {@code count} entries from an index on; fewer where the file ends. */
    byte[] read(long index, int count) throws IOException {
        ByteBuffer salts = ByteBuffer.allocate(count * LogEntry.SALT_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = index * LogEntry.SALT_BYTES;
            while (salts.hasRemaining() && channel.read(salts, at + salts.position()) > 0) {
                // until it is full or the file ends
            }
        }
        return Arrays.copyOf(salts.array(), salts.position());
    }

    /** From an index on; what stood behind it, of entries that no head names, goes. */
    void write(long index, byte[] salts) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long at = index * LogEntry.SALT_BYTES;
            channel.truncate(at + salts.length);
            for (ByteBuffer left = ByteBuffer.wrap(salts); left.hasRemaining(); ) {
                channel.write(left, at + left.position());
            }
            channel.force(true);
        }
    }
}
