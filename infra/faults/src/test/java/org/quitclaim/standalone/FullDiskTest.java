package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person may demand is recorded on a disk that takes nothing more, and what can wait is refused before. */
class FullDiskTest {
    private static final int MEBIBYTES = 192;

    @TempDir
    Path folder;

    @Test
    void a_full_disk_stops_uploads_and_yeses_and_no_withdrawal_refusal_objection_or_erasure() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path output = folder.resolve("output");
        try (ChildProcess child = ChildProcess.start(
                SmallDisk.at(disk, MEBIBYTES), FullDiskStory.class, output, disk.toString(), output.toString())) {
            assertThat(child.process().waitFor(10, TimeUnit.MINUTES))
                    .as(child.printed())
                    .isTrue();
            assertThat(child.process().exitValue()).as(child.printed()).isZero();
            assertThat(child.printed())
                    .contains("The disk of the data folder is low")
                    .contains("The disk of the data folder is full")
                    .contains("The disk of the data folder has room again")
                    .contains("There is room again: the read models were made anew")
                    // once the read models broke, the libraries below say so at length
                    .contains("The read models can no longer be written");
        }
    }
}
