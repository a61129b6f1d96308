package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.demo.verb.DemoFolder;

/** A verb on the wrong folder is refused in one line and changes nothing. */
class WrongFoldersTest {
    @TempDir
    Path folder;

    private record Said(int exit, String text) {}

    private static Said run(String... words) throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int exit = Main.run(List.of(words), new Console(out, out));
        return new Said(exit, printed.toString(StandardCharsets.UTF_8));
    }

    private Map<String, Long> everything() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.toList()) {
                sizes.put(each.toString(), Files.isRegularFile(each) ? Files.size(each) : -1);
            }
        }
        return sizes;
    }

    private void refused(String code, String... words) throws Exception {
        Map<String, Long> before = everything();
        Said said = run(words);
        assertThat(said.text().lines().filter(line -> !line.contains("started without")))
                .as(said.text())
                .singleElement()
                .asString()
                .contains(code);
        assertThat(said.exit()).isEqualTo(Refusal.WRONGLY_SET);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_mistyped_folder_is_not_made_an_installation() throws Exception {
        String typo = folder.resolve("typo").toString();
        for (String verb : List.of("rotate-epoch", "rebuild-work", "rebuild-read-models", "take-over")) {
            refused("start.no-installation", verb, "--data", typo);
        }
        refused("start.no-installation", "backup", folder.resolve("copy").toString(), "--data", typo);
    }

    @Test
    void a_wrong_folder_of_keys_is_refused_by_every_verb_that_opens_the_vault() throws Exception {
        Path data = folder.resolve("data");
        Server.start(Running.options(data)).close();
        Path keys = folder.resolve("data-keys");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String target = folder.resolve("data-backup").toString();
        for (String verb : List.of("take-over", "rotate-epoch", "up")) {
            unmarked("vault.kek-missing", verb, "--data", data.toString(), "--kek", empty.toString());
        }
        unmarked(
                "vault.backup-target-away",
                "take-over",
                "--data",
                data.toString(),
                "--kek",
                keys.toString(),
                "--backup-target",
                empty.toString());
        String backup = folder.resolve("backup").toString();
        assertThat(run("backup", backup, "--data", data.toString()).exit()).isZero();
        refused(
                "vault.kek-missing",
                "restore",
                backup,
                "--data",
                folder.resolve("restored").toString(),
                "--kek",
                empty.toString(),
                "--backup-target",
                target);
        assertThat(run("rotate-epoch", "--data", data.toString(), "--kek", keys.toString())
                        .exit())
                .isZero();
    }

    /** Databases that were looked into may have grown; nothing else did, and no folder is taken for one of keys. */
    private void unmarked(String code, String... words) throws Exception {
        Said said = run(words);
        assertThat(said.text().lines().filter(line -> !line.contains("started without")))
                .as(said.text())
                .singleElement()
                .asString()
                .contains(code);
        assertThat(said.exit()).isEqualTo(Refusal.WRONGLY_SET);
        assertThat(folder.resolve("empty")).isEmptyDirectory();
    }

    @Test
    void a_demonstration_is_not_told_in_a_real_history() throws Exception {
        Path data = folder.resolve("data");
        Server.start(Running.options(data)).close();
        refused("start.not-a-demonstration", "demo", "--once", "--data", data.toString());
    }

    @Test
    void a_demonstration_is_not_served_as_somebodys_own_data() throws Exception {
        Path data = folder.resolve("data");
        DemoFolder.mark(data);
        Running.demo(data).close();
        refused("start.demonstration", "up", "--port", "0", "--data", data.toString());
        for (String verb : List.of("rotate-epoch", "rebuild-work", "rebuild-read-models")) {
            refused("start.demonstration", verb, "--data", data.toString());
        }
        DemoFolder.mark(data);
        try (Server server = Running.demo(data)) {
            Office.at(server.address()).register("Wilhelmina Voorbeeldsen", "");
        }
    }
}
