package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.quitclaim.face.image.PhotoLimits;
import org.quitclaim.face.image.PhotoReader;
import org.quitclaim.face.image.PhotoReading;
import org.quitclaim.face.image.PhotoRefusal;
import org.quitclaim.face.image.UprightImage;

/**
 * Reads the files of the evaluation folder.
 *
 * <p><b>Guarantees</b>: one that cannot be read is said and left out; it never ends the measurement.
 */
record TestImages(Path root, PrintStream out) {

    private static final PhotoReader READER = new PhotoReader();

    Optional<UprightImage> read(Path file) {
        try {
            return switch (reading(file)) {
                case PhotoReading.Readable(var image) -> Optional.of(image);
                case PhotoReading.Refused(var reason) -> notRead(file, reason.code());
            };
        } catch (IOException e) {
            return notRead(file, FileTrouble.of(e));
        }
    }

    /** A file of gigabytes is refused by its size: it would not fit into memory to be refused there. */
    private static PhotoReading reading(Path file) throws IOException {
        long bytes = Files.size(file);
        return bytes > PhotoLimits.MAX_BYTES
                ? new PhotoReading.Refused(new PhotoRefusal.TooLarge(bytes))
                : READER.read(Files.readAllBytes(file));
    }

    private Optional<UprightImage> notRead(Path file, String reason) {
        out.printf("not read (%s): %s%n", reason, name(file));
        return Optional.empty();
    }

    /** As the operator knows it: below the folder that was given. */
    String name(Path file) {
        return root.relativize(file).toString();
    }
}
