package org.quitclaim.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quitclaim.eventstore.RefusedStart;

/**
 * What a data folder is for: somebody's own history, or a demonstration with drawn people, published passwords and a declared
 * horizon that nobody answers for. Neither is ever served as the other.
 *
 * <p><b>Not covered:</b> a demonstration that was restored from a backup, which does not hold the mark.
 *
 * <p><b>Shape:</b> {@code demonstration}, an empty file that a demonstration writes before anything else.
 */
public final class FolderMark {
    /** The file that marks one. */
    public static final String DEMONSTRATION = "demonstration";

    private static final List<String> ANY = List.of("keys.db", "records.db", "events.db", "restore-unfinished");

    private FolderMark() {}

    /** Whether an installation was founded there, or part of one is left. */
    public static boolean isInstallation(Path data) {
        return ANY.stream().anyMatch(name -> Files.exists(data.resolve(name)));
    }

    public static boolean isDemonstration(Path data) {
        return Files.exists(data.resolve(DEMONSTRATION));
    }

    /** A verb that works on what is there founds nothing. */
    static void requireInstallation(Path data) {
        if (!isInstallation(data)) {
            throw new RefusedStart(
                    "start.no-installation",
                    "There is no installation in " + data.toAbsolutePath().normalize()
                            + "; give its folder with --data. Nothing was made there.");
        }
    }

    static void requireOwn(Path data) {
        if (isDemonstration(data)) {
            throw new RefusedStart(
                    "start.demonstration",
                    data.toAbsolutePath().normalize() + " holds a demonstration: drawn people, and passwords that"
                            + " everybody knows. Look at it with ./quitclaim demo --data, and give another folder for"
                            + " your own data.");
        }
    }
}
