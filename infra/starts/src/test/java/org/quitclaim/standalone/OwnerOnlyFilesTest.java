package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others on the same machine can read, and what a crash or a lack of memory would write down. */
class OwnerOnlyFilesTest {
    @TempDir
    Path folder;

    private Path all = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"000", "022"})
    void every_file_of_a_told_story_is_its_owners_alone_whatever_the_umask(String umask) throws Exception {
        all = Files.createDirectory(folder.resolve("all"));
        String data = all.resolve("data").toString();
        try (ChildProcess server = run(umask, "server", "demo", "--port", "0", "--data", data)) {
            await().atMost(Duration.ofMinutes(4))
                    .until(() -> server.printed().contains("checks")
                                    && server.printed().contains("http")
                            || !server.process().isAlive());
            assertThat(server.process().isAlive()).as(server.printed()).isTrue();
            ended(run(umask, "backup-verb", "backup", all.resolve("backup").toString(), "--data", data));
            rotated(umask, data);
            assertThat(all.resolve("data/control.sock")).exists();
            assertThat(open()).as("while the server runs").isEmpty();
            server.end();
        }
        assertThat(open()).as("once it has ended").isEmpty();
        assertThat(all.resolve("backup")).isNotEmptyDirectory();
        assertThat(all.resolve("data-keys")).isNotEmptyDirectory();
        assertThat(all.resolve("data-backup")).isNotEmptyDirectory();
    }

    @Test
    void a_report_is_its_owners_alone() throws Exception {
        all = Files.createDirectory(folder.resolve("all"));
        Path photos = Files.createDirectories(folder.resolve("tried/photos"));
        Path portraits = Files.createDirectories(folder.resolve("tried/people/one"));
        byte[] portrait = Pictures.portrait(3).jpeg();
        Files.write(portraits.resolve("one.jpg"), portrait);
        Files.write(photos.resolve("one.jpg"), Pictures.another(portrait, 1));
        Path report = all.resolve("reports/report.json");

        ended(run("000", "evaluation", "evaluate", folder.resolve("tried").toString(), "--report", report.toString()));

        assertThat(report).isNotEmptyFile();
        assertThat(open()).isEmpty();
    }

    @Test
    void a_server_started_without_the_launcher_writes_no_core_file_and_no_heap_dump_and_says_what_it_lacks()
            throws Exception {
        all = Files.createDirectory(folder.resolve("all"));
        try (ChildProcess server = run(
                "022",
                "server",
                "up",
                "--port",
                "0",
                "--data",
                all.resolve("data").toString())) {
            server.address();
            Path process = Path.of("/proc", Long.toString(server.process().pid()));
            assertThat(Files.readAllLines(process.resolve("limits")))
                    .anyMatch(line -> line.matches("Max core file size +0 +0 +bytes +"));
            assertThat(server.printed()).contains("-XX:+ExitOnOutOfMemoryError");
        }
    }

    /** The story moves the clock, so that a retirement may be due, and under way, by itself. */
    private void rotated(String umask, String data) {
        await().atMost(Duration.ofMinutes(4)).until(() -> {
            try (ChildProcess verb = run(umask, "rotation", "rotate-epoch", "--data", data)) {
                int code = verb.process().waitFor();
                boolean waits = verb.printed().contains("is being retired already");
                assertThat(code).as(verb.printed()).isEqualTo(waits ? 1 : 0);
                return !waits;
            }
        });
    }

    private ChildProcess run(String umask, String name, String... arguments) throws IOException {
        List<String> before = List.of("sh", "-c", "umask " + umask + " && ulimit -c unlimited; exec \"$@\"", "sh");
        return ChildProcess.start(before, Main.class, folder.resolve(name), arguments);
    }

    private static void ended(ChildProcess verb) throws InterruptedException {
        try (verb) {
            assertThat(verb.process().waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(verb.process().exitValue()).as(verb.printed()).isZero();
        }
    }

    /** What anybody but its owner could look into, with what they could do. */
    private List<String> open() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> files = Files.walk(all)) {
            for (Path file : files.filter(each -> !each.equals(all)).toList()) {
                String allowed =
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
                if (!allowed.equals(Files.isDirectory(file) ? "rwx------" : "rw-------")) {
                    open.add(allowed + " " + all.relativize(file));
                }
            }
        }
        return open;
    }
}
