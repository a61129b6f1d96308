package org.quitclaim.demo.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quitclaim.eventstore.RefusedStart;
import org.quitclaim.standalone.FolderMark;

/** The data folder of a demonstration: marked before anything else is in it, so that the product never serves it. */
public final class DemoFolder {
    private DemoFolder() {}

    /** Marks a folder in which nothing is yet. */
    public static void mark(Path data) throws IOException {
        if (FolderMark.isDemonstration(data)) {
            return;
        }
        if (FolderMark.isInstallation(data)) {
            throw new RefusedStart(
                    "start.not-a-demonstration",
                    data.toAbsolutePath().normalize() + " holds a history that no demonstration made. A demonstration"
                            + " would add people with passwords that everybody knows; give it an empty folder with"
                            + " --data. Nothing was written.");
        }
        Files.createDirectories(data);
        Files.createFile(data.resolve(FolderMark.DEMONSTRATION));
    }
}
