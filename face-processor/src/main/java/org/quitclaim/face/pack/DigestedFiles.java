package org.quitclaim.face.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The digests of files that this process has read and that nobody has written to since.
 *
 * <p><b>Guarantees</b>: a file that was written to, replaced or renamed is read again, whatever its size and its time of
 * modification say: the system alone sets the time of change. A file changed in the last moments before it was read is not
 * remembered, because a second change could have the same time; neither is any where the system tells no time of change.
 *
 * <p><b>Thread-safety</b>: safe.
 */
final class DigestedFiles {
    static final Duration SETTLED = Duration.ofSeconds(2);

    private static final String STAMP = "unix:dev,ino,size,ctime";

    private final InstantSource clock;
    private final Reading reading;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    DigestedFiles(InstantSource clock, Reading reading) {
        this.clock = clock;
        this.reading = reading;
    }

    @FunctionalInterface
    interface Reading {
        String digest(Path file) throws IOException;
    }

    private record Known(Map<String, Object> stamp, String digest) {}

    String of(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return reading.digest(file);
        }
        Path one = file.toRealPath();
        // before it is read: what is written meanwhile makes it another
        Map<String, Object> stamp = Files.readAttributes(one, STAMP);
        Known before = known.get(one);
        if (before != null && before.stamp().equals(stamp)) {
            return before.digest();
        }
        FileTime changed = (FileTime) Objects.requireNonNull(stamp.get("ctime"), "it was asked for");
        boolean settled = changed.toInstant().isBefore(clock.instant().minus(SETTLED));
        String digest = reading.digest(one);
        if (settled) {
            known.put(one, new Known(stamp, digest));
        }
        return digest;
    }
}
