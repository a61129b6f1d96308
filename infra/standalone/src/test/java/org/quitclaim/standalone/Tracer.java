package org.quitclaim.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes down a process's system calls, so that what native libraries do is seen as well. */
final class Tracer {
    private Tracer() {}

    /** The words before a command; the test is skipped where nothing can be traced. */
    static List<String> writing(Path calls, String which) throws InterruptedException {
        assumeTrue(isHere(), "strace is not installed, or may not trace here");
        return List.of("strace", "-f", "-y", "-qq", "-e", "trace=" + which, "-o", calls.toString());
    }

    private static boolean isHere() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-qq", "-e", "trace=none", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
