package org.quitclaim.face;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.face.image.PhotoReader;
import org.quitclaim.face.image.PhotoReading;
import org.quitclaim.face.image.UprightImage;

/** The folder of shared test data, which is not part of the project. */
public final class TestData {

    private TestData() {}

    /** Skips the calling test, with the reason, where the folder is not there. */
    public static Path folder() {
        Optional<Path> folder =
                folder(System.getenv("QUITCLAIM_TEST_DATA"), Path.of(System.getProperty("quitclaim.root")));
        assumeTrue(
                folder.isPresent(),
                "There is no shared test data: QUITCLAIM_TEST_DATA names no folder and there is none called shared"
                        + " beside the project");
        return folder.orElseThrow();
    }

    /** What the variable names; without one, the folder {@code shared} beside the project if there is one. */
    static Optional<Path> folder(@Nullable String named, Path project) {
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return Optional.of(project.resolveSibling("shared"))
                .filter(beside -> Files.isDirectory(beside.resolve("photos")));
    }

    public static UprightImage photo(String name) throws IOException {
        return read(Files.readAllBytes(folder().resolve("photos").resolve(name)));
    }

    public static UprightImage read(byte[] file) {
        return switch (new PhotoReader().read(file)) {
            case PhotoReading.Readable(var image) -> image;
            case PhotoReading.Refused(var reason) -> throw new AssertionError(reason.code());
        };
    }
}
