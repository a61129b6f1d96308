package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where the report goes.
 *
 * <p><b>Guarantees</b>: {@link #prepare} finds out whether it can be written before an hour of work depends on it; a
 * report that is there already stays until it is replaced.
 */
record ReportFile(Path path) {

    /** Makes the folders above it; leaves no file behind. */
    void prepare() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path) || folder == null) {
            throw new FileSystemException(path.toString(), null, "it is a folder; name a file");
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        boolean wasThere = Files.exists(path);
        Files.newByteChannel(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        if (!wasThere) {
            Files.delete(path);
        }
    }

    void write(byte[] json) throws IOException {
        Files.write(path, json);
    }
}
