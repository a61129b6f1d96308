package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that has room but holds as many files as it can: the refusal says so, and a withdrawal needs none. */
class NoMoreFilesTest {
    private static final int FILES = 2_000;

    @TempDir
    Path folder;

    @Test
    void a_disk_without_inodes_stops_uploads_by_its_own_name_and_no_withdrawal() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        try (ChildProcess child = ChildProcess.start(
                SmallDisk.withFiles(disk, FILES), NoMoreFilesStory.class, folder.resolve("output"), disk.toString())) {
            assertThat(child.process().waitFor(10, TimeUnit.MINUTES))
                    .as(child.printed())
                    .isTrue();
            assertThat(child.process().exitValue()).as(child.printed()).isZero();
            assertThat(child.printed()).contains("takes no more files, though").contains("takes files again");
        }
    }
}
