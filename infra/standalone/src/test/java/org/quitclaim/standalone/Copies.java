package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.command.restore.Telling;
import org.quitclaim.command.work.NoList;
import org.quitclaim.command.work.UpToDate;

/** An installation in the folder {@code data}, its backup and ledger, and what the launcher restores from them. */
record Copies(Path folder) {
    Path path(String name) {
        return folder.resolve(name);
    }

    /** Of whatever lies in this folder, with the keys and the ledger of the installation. */
    Options options(String name) {
        return Options.on(path(name))
                .with("quitclaim.vault.kek", path("keys"))
                .with("quitclaim.vault.backup-target", path("target"))
                .onPort(0);
    }

    private List<String> places(String name) {
        return List.of(
                "--data",
                path(name).toString(),
                "--kek",
                path("keys").toString(),
                "--backup-target",
                path("target").toString());
    }

    void backUp() throws IOException, InterruptedException {
        run(List.of("backup", path("backup").toString(), "--data", path("data").toString()));
    }

    /** Returns what was printed. */
    String restore(String name, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("restore", path("backup").toString()));
        words.addAll(List.of(more));
        words.addAll(places(name));
        String said = run(words);
        giveUpOriginal();
        return said;
    }

    /** Beside it no copy starts with its folders. */
    private void giveUpOriginal() throws IOException {
        if (Files.exists(path("data"))) {
            Files.move(path("data"), path("given-up"));
        }
    }

    void loseLedger() throws IOException {
        Files.move(path("target"), path("lost"));
    }

    static void everythingIsTold(Server server) {
        server.bean(UpToDate.class).await();
        Rest.until(
                "the ledger has every no",
                () -> server.bean(NoList.class).countUntold() == 0
                        && server.bean(Telling.class).behind().isEmpty());
    }

    private static String run(List<String> words) throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = Main.run(words, new Console(out, out));
        String printed = said.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(printed).isZero();
        return printed;
    }
}
