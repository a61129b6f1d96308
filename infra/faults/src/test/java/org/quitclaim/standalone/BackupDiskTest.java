package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup onto a medium that runs out of something, by the verb in a process of its own. */
class BackupDiskTest {
    /** The folder of the medium, that of the backup, its mark, the first database, and the copy that it is made from. */
    private static final int TOO_FEW_FILES = 6;

    @TempDir
    Path folder;

    @Test
    void out_of_inodes_in_the_middle_it_is_refused_in_a_line_and_leaves_nothing() throws Exception {
        Path data = folder.resolve("data");
        try (Server server = Running.demo(data)) {
            Office office = Office.at(server.address());
            office.take(office.openCollection("Open day"), "p.jpg", Pictures.sky());
        }
        Path disk = Files.createDirectory(folder.resolve("disk"));
        List<String> before = new ArrayList<>(SmallDisk.withFiles(disk, TOO_FEW_FILES));
        before.addAll(
                List.of("sh", "-c", "\"$@\"; echo \"ended with $?\"; echo \"left: $(ls -A \"$0\")\"", disk.toString()));
        try (ChildProcess backup = ChildProcess.start(
                before,
                Main.class,
                folder.resolve("printed"),
                "backup",
                disk.resolve("backup").toString(),
                "--data",
                data.toString())) {
            assertThat(backup.process().waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(backup.printed().lines())
                    .as(backup.printed())
                    .hasSize(3)
                    .contains("ended with 1", "left: ")
                    .anyMatch(line -> line.startsWith("quitclaim: ") && line.contains("takes no more files"));
        }
    }
}
