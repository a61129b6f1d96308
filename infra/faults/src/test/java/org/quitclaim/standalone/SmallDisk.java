package org.quitclaim.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file system of its own for a process, so small that it can be filled. */
final class SmallDisk {
    private static final String MOUNTING = "mount -t tmpfs -o size=\"$1\" small \"$2\" && shift 2 && exec \"$@\"";

    private SmallDisk() {}

    /** The words before a command that is to see one at this folder; the test is skipped where nobody may mount one. */
    static List<String> at(Path folder, int mebibytes) throws IOException, InterruptedException {
        return of(mebibytes + "m", folder);
    }

    /** One with room for bytes, and for so many files and folders only. */
    static List<String> withFiles(Path folder, int files) throws IOException, InterruptedException {
        return of("192m,nr_inodes=" + files, folder);
    }

    private static List<String> of(String size, Path folder) throws IOException, InterruptedException {
        List<String> mounted = List.of("unshare", "-rm", "sh", "-c", MOUNTING, "small-disk", size, folder.toString());
        assumeTrue(isHere(mounted), "no file system can be mounted here (unshare -rm, mount -t tmpfs)");
        return mounted;
    }

    private static boolean isHere(List<String> mounted) throws InterruptedException {
        try {
            return new ProcessBuilder(
                                    java.util.stream.Stream.concat(mounted.stream(), java.util.stream.Stream.of("true"))
                                            .toList())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
