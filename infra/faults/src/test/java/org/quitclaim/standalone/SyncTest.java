package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts how often the operating system was asked to bring files to the disk. */
class SyncTest {
    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedRegistrationReachedTheDiskInAllThreeStores() throws Exception {
        Path calls = folder.resolve("calls");
        try (ChildProcess child = ChildProcess.start(
                Tracer.writing(calls, "fsync,fdatasync"),
                SyncProcess.class,
                folder.resolve("output"),
                folder.resolve("data").toString())) {
            assertThat(child.process().waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(child.process().exitValue()).as(child.printed()).isZero();
        }
        List<String> between = betweenTheMarks(calls);
        for (String store : List.of("events.db-wal", "records.db-wal", "keys.db-wal")) {
            assertThat(between.stream().filter(call -> call.contains("/" + store + ">")))
                    .as(store)
                    .hasSizeGreaterThanOrEqualTo(SyncProcess.REGISTRATIONS);
        }
    }

    private static List<String> betweenTheMarks(Path calls) throws IOException {
        List<String> all = Files.readAllLines(calls);
        return all.subList(place(all, SyncProcess.BEGIN), place(all, SyncProcess.END));
    }

    private static int place(List<String> calls, String mark) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains("/" + mark + ">")) {
                return i;
            }
        }
        throw new AssertionError("no mark " + mark);
    }
}
