package org.quitclaim.demo.verb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** The folder of a verb that was given none. */
final class OwnFolder {
    private OwnFolder() {}

    static Path toKeep(String verb) throws IOException {
        return Files.createTempDirectory("quitclaim-" + verb + ".");
    }

    /** Gone when the process ends, however it is stopped, after its servers have closed what they keep there. */
    static Path forThisRun(String verb) throws IOException {
        Path folder = toKeep(verb);
        SpringApplication.getShutdownHandlers().add(() -> remove(folder));
        return folder;
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
