package org.quitclaim.face;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quitclaim.face.image.PhotoReader;
import org.quitclaim.face.image.PhotoReading;
import org.quitclaim.face.image.UprightImage;

/** The folder of shared test data, which is not part of the project. */
public final class TestData {

    private TestData() {}

    /** Skips the calling test, with the reason, where the folder is not there. */
    public static Path folder() {
        String folder = System.getenv("QUITCLAIM_TEST_DATA");
        assumeTrue(folder != null, "QUITCLAIM_TEST_DATA does not name the folder of shared test data");
        return Path.of(folder);
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
