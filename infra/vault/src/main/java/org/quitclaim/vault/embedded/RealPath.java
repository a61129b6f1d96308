package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a path leads when every link is followed, also where its last part does not exist yet. */
final class RealPath {
    private RealPath() {}

    static Path of(Path path) throws IOException {
        Path plain = path.toAbsolutePath().normalize();
        for (Path parent = plain; parent != null; parent = parent.getParent()) {
            if (Files.exists(parent)) {
                return parent.toRealPath().resolve(parent.relativize(plain)).normalize();
            }
        }
        return plain;
    }

    /** Whether they are the same, or one lies in the other. */
    static boolean overlap(Path one, Path other) throws IOException {
        Path here = of(one);
        Path there = of(other);
        return here.startsWith(there) || there.startsWith(here);
    }
}
