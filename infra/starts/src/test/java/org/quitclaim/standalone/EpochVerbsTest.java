package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.KekKeeping;
import org.quitclaim.vault.embedded.VaultFolders;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

@Requirement({"R62", "R63", "R64", "R72"})
class EpochVerbsTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void forgetWhatWasSaid() {
        said.reset();
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Main.run(List.of(arguments), new Console(out, out));
    }

    private int runOn(String data, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve(data).toString()));
        return run(all.toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aServerAtWorkRotatesAndIsBackedUpAndTheBackupIsRestoredElsewhere() throws Exception {
        String backup = folder.resolve("backup").toString();
        try (Server server = Running.demo(folder.resolve("data"))) {
            assertThat(runOn("data", "rotate-epoch")).isZero();
            assertThat(said()).contains("Epoch 1 is retired");
            assertThat(server.bean(Vault.class).epochs().current()).isEqualTo(new Epoch(2));
            assertThat(runOn("data", "backup", backup)).isZero();
            assertThat(runOn("data", "backup", backup)).isEqualTo(1);
            assertThat(said()).contains("is not empty");
        }
        assertThat(runOn("data", "restore", backup)).isEqualTo(1);
        assertThat(runOn(
                        "restored",
                        "restore",
                        backup,
                        "--kek",
                        folder.resolve("data-keys").toString(),
                        "--backup-target",
                        folder.resolve("data-backup").toString()))
                .as(said())
                .isZero();
        assertThat(said())
                .contains("The wrapped keys are those of the backup.")
                .contains("serves another copy of this installation", "take-over");
        said.reset();
        assertThat(onFoldersOfTheOriginal("rebuild-work")).as(said()).isEqualTo(Refusal.WRONGLY_SET);
        assertThat(said()).contains("[vault.place-of-another]").doesNotContain("\tat ");
        assertThat(onFoldersOfTheOriginal("take-over")).as(said()).isZero();
        said.reset();
        assertThat(runOn("data", "rotate-epoch")).isEqualTo(Refusal.WRONGLY_SET);
        assertThat(said()).contains("serves another copy").doesNotContain("\tat ");
    }

    /** As with {@code cp -a} of the data folder while the server runs. */
    @Test
    void a_copy_beside_a_server_at_work_neither_starts_nor_takes_over_and_a_server_that_was_taken_over_is_closed()
            throws Exception {
        Path data = folder.resolve("data");
        try (Server server = Running.demo(data)) {
            assertThat(runOn("data", "backup", folder.resolve("backup").toString()))
                    .as(said())
                    .isZero();
            assertThat(onFoldersOfTheOriginal(
                            "restore", folder.resolve("backup").toString()))
                    .as(said())
                    .isZero();
            said.reset();
            assertThat(onFoldersOfTheOriginal("rebuild-work")).isEqualTo(Refusal.WRONGLY_SET);
            assertThat(said()).contains("[vault.place-of-another]");
            said.reset();
            assertThat(onFoldersOfTheOriginal("take-over")).isEqualTo(Refusal.REFUSED);
            assertThat(said()).contains("Stop it first", data.toString(), "[start.other-copy-running]");
            Office office = Office.at(server.address());
            Asked her =
                    office.ask(office.register("Somebody", ""), office.publishNotice(), List.of(Office.website(90)));
            office.sayYes(her, 1).orFail();
            Taken photo = office.take(office.openCollection("Open day"), "open-day.jpg", Pictures.sky());
            office.mark(photo, her.person());
            office.review(photo).orFail();
            Answer before =
                    office.requestPublication(photo, "https://example.org/page").orFail();
            assertThat(before.text("verdict")).isEqualTo("CLEARED");
            assertThat(page(office, her).path("elsewhere").asBoolean()).isFalse();

            // as from another machine, where nobody sees that this one runs
            EmbeddedVault.takeOver(
                    new VaultFolders(
                            folder.resolve("restored"),
                            folder.resolve("data-keys"),
                            List.of(),
                            folder.resolve("data-backup")),
                    KekKeeping.PLAIN);
            Answer after =
                    office.requestPublication(photo, "https://example.org/page").orFail();
            assertThat(after.text("verdict")).isEqualTo("BLOCKED");
            assertThat(after.json().path("reasons").path(0).path("code").asString())
                    .isEqualTo("vault.place-of-another");
            office.editor()
                    .file(before.text("publicationId"), before.text("clearance"))
                    .isRefusal(409, "vault.place-of-another");
            office.withdraw(her, false, List.of("WEBSITE")).orFail();
            assertThat(page(office, her).path("elsewhere").asBoolean()).isTrue();
            assertThat(office.officer()
                            .get("/api/governance/history")
                            .orFail()
                            .json()
                            .path("takenOver")
                            .asBoolean())
                    .isTrue();
        }
    }

    private static JsonNode page(Office office, Asked her) {
        return office.visitor().get(her.page()).orFail().json();
    }

    private int onFoldersOfTheOriginal(String verb, String argument) throws IOException, InterruptedException {
        return runOn(
                "restored",
                verb,
                argument,
                "--kek",
                folder.resolve("data-keys").toString(),
                "--backup-target",
                folder.resolve("data-backup").toString());
    }

    private int onFoldersOfTheOriginal(String verb) throws IOException, InterruptedException {
        return runOn(
                "restored",
                verb,
                "--kek",
                folder.resolve("data-keys").toString(),
                "--backup-target",
                folder.resolve("data-backup").toString());
    }

    /** The server decided on them when it was started. */
    @Test
    void other_folders_than_those_of_the_server_at_work_are_refused_and_its_own_are_taken() throws Exception {
        String backup = folder.resolve("backup").toString();
        String other = Files.createDirectory(folder.resolve("other folder")).toString();
        try (Server server = Running.demo(folder.resolve("data"))) {
            for (String option : List.of("--kek", "--backup-target")) {
                said.reset();
                assertThat(runOn("data", "rotate-epoch", option, other)).isEqualTo(Refusal.REFUSED);
                assertThat(said()).contains("was started with " + option, other);
                said.reset();
                assertThat(runOn("data", "backup", backup, option, other)).isEqualTo(Refusal.REFUSED);
                assertThat(said()).contains("was started with " + option, other);
            }
            assertThat(server.bean(Vault.class).epochs().current()).isEqualTo(new Epoch(1));
            assertThat(folder.resolve("backup")).doesNotExist();

            String keys = folder.resolve("other folder/../data-keys").toString();
            assertThat(runOn("data", "rotate-epoch", "--kek", keys)).as(said()).isZero();
            assertThat(runOn("data", "backup", backup, "--kek", keys))
                    .as(said())
                    .isZero();
        }
    }

    @Test
    void withoutTheKeyTheRefusalSaysSoInOneLine() throws Exception {
        String backup = folder.resolve("backup").toString();
        Running.demo(folder.resolve("data")).close();
        assertThat(runOn("data", "backup", backup)).isZero();
        said.reset();
        assertThat(runOn(
                        "restored",
                        "restore",
                        backup,
                        "--backup-target",
                        folder.resolve("data-backup").toString()))
                .isEqualTo(Refusal.WRONGLY_SET);
        assertThat(said()).contains("key-encryption key").doesNotContain("\tat ");
        assertThat(folder.resolve("restored")).doesNotExist();
    }

    @Test
    void aSocketThatAKilledServerLeftIsNoServer() throws Exception {
        Path data = folder.resolve("data");
        Running.demo(data).close();
        try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            Files.deleteIfExists(data.resolve("control.sock"));
            left.bind(UnixDomainSocketAddress.of(data.resolve("control.sock")));
        }
        assertThat(runOn("data", "rotate-epoch")).as(said()).isZero();
        assertThat(said()).contains("Epoch 1 is retired");
    }

    @Test
    void readModelsAreRebuiltWhereverTheKeyLiesAndWhoeverHasTheUsualPort() throws Exception {
        Running.demo(folder.resolve("data")).close();
        String apart =
                Files.move(folder.resolve("data-keys"), folder.resolve("apart")).toString();
        try (ServerSocket usual = usualPort()) {
            assertThat(runOn("data", "rebuild-read-models", "--kek", apart))
                    .as(said())
                    .isZero();
        }
        assertThat(said()).contains("Read models rebuilt from");
    }

    /** Taken by this test, or by somebody else already. */
    private static ServerSocket usualPort() throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080));
        } catch (BindException taken) {
            return socket;
        }
        return socket;
    }

    @Test
    void aVerbFindsTheCopiesOfTheKeyThatTheSettingsName() throws Exception {
        String backup = folder.resolve("backup").toString();
        System.setProperty(
                "quitclaim.vault.kek-copies", folder.resolve("copies").toString());
        try {
            Running.demo(folder.resolve("data")).close();
            assertThat(runOn("data", "backup", backup)).as(said()).isZero();
            FileSystemUtils.deleteRecursively(folder.resolve("data-keys"));
            assertThat(runOn(
                            "restored",
                            "restore",
                            backup,
                            "--backup-target",
                            folder.resolve("data-backup").toString()))
                    .as(said())
                    .isZero();
        } finally {
            System.clearProperty("quitclaim.vault.kek-copies");
        }
    }

    @Test
    @Requirement("R73")
    void aProtectionThatNobodyHereHasIsRefusedInOneLine() throws Exception {
        System.setProperty("quitclaim.vault.kek-protection", "crystal-ball");
        try {
            assertThat(runOn("data", "up", "--port", "0")).isEqualTo(Refusal.WRONGLY_SET);
            assertThat(said()).contains("quitclaim.vault.kek-protection").doesNotContain("\tat ");
        } finally {
            System.clearProperty("quitclaim.vault.kek-protection");
        }
    }
}
