package org.quitclaim.vault.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.vault.VaultSamples.OFFICER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.VaultSamples;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.KekKeeping;
import org.quitclaim.vault.embedded.VaultFolders;

/** A restored copy that was given the folders of keys and backups of the installation it was taken from. */
@Requirement({"R32", "R63"})
class TwoCopiesTest {
    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final KeyRef key = KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY);
    private final RecordId id = IdMint.recordId();

    private VaultFolders at(String data, String... copies) {
        return new VaultFolders(
                folder.resolve(data),
                folder.resolve("keys"),
                Stream.of(copies).map(folder::resolve).toList(),
                folder.resolve("target"));
    }

    private Vault open(VaultFolders folders) throws VaultException {
        return EmbeddedVault.open(folders, clock);
    }

    @BeforeEach
    void sealRotateAndBackUp() throws Exception {
        try (Vault live = open(at("live", "one"))) {
            live.create(key);
            live.seal(new SealRequest(key, VaultSamples.NAME, id, Plaintext.of("Ada")));
            live.epochs().rotate(progress -> {});
        }
        new Backup(at("live"), clock).take(folder.resolve("backup"), Backup.Events.ELSEWHERE, progress -> {});
    }

    private Restored restore(VaultFolders to) throws BackupRefused, VaultException {
        return new Restore(to, KekKeeping.PLAIN, clock).run(folder.resolve("backup"), progress -> {});
    }

    private List<String> in(String name, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(suffix))
                    .map(file -> file.replaceFirst(".*-epoch", "epoch"))
                    .toList();
        }
    }

    private List<String> ledger() throws IOException {
        return Files.readAllLines(folder.resolve("target").resolve(name(".ledger")));
    }

    private String name(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("target"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void assertRotates(VaultFolders folders) throws VaultException {
        try (Vault vault = open(folders)) {
            assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
            vault.epochs().rotate(progress -> {});
            assertThat(vault.erasuresToldAtBackupTarget()).isTrue();
        }
        try (Vault vault = open(folders)) {
            assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
        }
    }

    private void assertDoesNotRotate(VaultFolders folders) throws VaultException, IOException {
        List<String> before = ledger();
        try (Vault vault = open(folders)) {
            assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
            assertThatThrownBy(() -> vault.epochs().rotate(progress -> {}))
                    .isInstanceOf(PlaceOfAnother.class)
                    .hasMessageContaining("take-over");
            KeyRef another = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
            vault.create(another);
            vault.shred(another);
            assertThat(vault.erasuresToldAtBackupTarget()).isFalse();
        }
        assertThat(ledger()).isEqualTo(before);
    }

    @Test
    void besideTheLivingOneItDestroysNoneOfItsKeysAndWritesNothingWhereItKeepsThem() throws Exception {
        Restored restored = restore(at("restored"));
        assertThat(restored.servesAnother())
                .hasValueSatisfying(why -> assertThat(why)
                        .hasMessageContaining(folder.resolve("live").toString()));
        assertDoesNotRotate(at("restored"));
        for (String each : List.of("keys", "one")) {
            assertThat(in(each, ".kek")).containsExactly("epoch-2.kek");
        }
        assertThat(in("target", ".db")).containsExactly("epoch-2.db");
        assertRotates(at("live", "one"));
    }

    @Test
    void withAKeyFolderOfItsOwnTheBackupOfTheLivingOneIsStillNotReplaced() throws Exception {
        Files.createDirectory(folder.resolve("own-keys"));
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            for (Path each : files.toList()) {
                Files.copy(each, folder.resolve("own-keys").resolve(each.getFileName()));
            }
        }
        VaultFolders there = new VaultFolders(
                folder.resolve("restored"), folder.resolve("own-keys"), List.of(), folder.resolve("target"));
        restore(there);
        byte[] backup = Files.readAllBytes(folder.resolve("target").resolve(name(".db")));
        assertDoesNotRotate(there);
        assertThat(folder.resolve("target").resolve(name(".db"))).hasBinaryContent(backup);
    }

    @Test
    void takenOverItGoesOnAndTheOtherDestroysNothingAnyMore() throws Exception {
        restore(at("restored"));
        assertThat(EmbeddedVault.takeOver(at("restored"), KekKeeping.PLAIN))
                .contains(folder.resolve("keys"), folder.resolve("one"), folder.resolve("target"));
        assertDoesNotRotate(at("live"));
        assertRotates(at("restored"));
        assertThat(in("one", ".kek")).as("where the other kept a further copy").isEmpty();
        assertThatThrownBy(() -> open(at("live"))).isInstanceOf(VaultException.KekMissing.class);
    }

    @Test
    void withoutItsKeyOrItsTargetItTakesNothingOverAndTheOriginalGoesOn() throws Exception {
        restore(at("restored"));
        VaultFolders others = new VaultFolders(
                folder.resolve("another"), folder.resolve("other-keys"), List.of(), folder.resolve("other-target"));
        open(others).close();
        List<String> signs = signs();
        Path restored = folder.resolve("restored");
        assertThatThrownBy(() -> EmbeddedVault.takeOver(
                        new VaultFolders(restored, folder.resolve("empty"), List.of(), folder.resolve("target")),
                        KekKeeping.PLAIN))
                .isInstanceOf(VaultException.KekMissing.class);
        assertThatThrownBy(() -> EmbeddedVault.takeOver(
                        new VaultFolders(restored, others.keys(), List.of(), others.backups()), KekKeeping.PLAIN))
                .isInstanceOf(VaultException.KekMissing.class);
        assertThatThrownBy(() -> EmbeddedVault.takeOver(
                        new VaultFolders(restored, folder.resolve("keys"), List.of(), others.backups()),
                        KekKeeping.PLAIN))
                .isInstanceOf(VaultException.BackupTargetAway.class);
        assertThat(signs()).isEqualTo(signs);
        assertRotates(at("live", "one"));
    }

    @Test
    void withAKeyThatOpensNothingItTakesNothingOver() throws Exception {
        restore(at("restored"));
        open(new VaultFolders(
                        folder.resolve("another"), folder.resolve("other-keys"), List.of(), folder.resolve("other-t")))
                .close();
        Path wrong = Files.createDirectory(folder.resolve("wrong"));
        try (Stream<Path> keys = Files.list(folder.resolve("other-keys"))) {
            Path other = keys.filter(each -> each.toString().endsWith(".kek"))
                    .findFirst()
                    .orElseThrow();
            String name = name(".place").replace(".place", "-epoch-2.kek");
            Files.copy(other, wrong.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        List<String> signs = signs();
        assertThatThrownBy(() -> EmbeddedVault.takeOver(
                        new VaultFolders(folder.resolve("restored"), wrong, List.of(), folder.resolve("target")),
                        KekKeeping.PLAIN))
                .isInstanceOf(VaultException.KekWrong.class);
        assertThat(signs()).isEqualTo(signs);
    }

    @Test
    void aKeyFolderGivenByMistakeIsNotMarked() throws Exception {
        List<String> signs = signs();
        assertThatThrownBy(() -> open(new VaultFolders(
                        folder.resolve("live"), folder.resolve("mistaken"), List.of(), folder.resolve("target"))))
                .isInstanceOf(VaultException.KekMissing.class);
        assertThat(signs()).isEqualTo(signs);
        Files.deleteIfExists(folder.resolve("mistaken"));
        assertRotates(at("live", "one"));
    }

    @Test
    void aDamagedSignIsNamedAsWhatItIs() throws Exception {
        Path sign = folder.resolve("target").resolve(name(".place"));
        for (byte[] garbage : List.of(new byte[] {(byte) 0xff, (byte) 0xfe, 0}, "no sign".getBytes(UTF_8))) {
            Files.write(sign, garbage);
            assertThatThrownBy(() -> EmbeddedVault.servesAnother(at("live", "one")))
                    .isInstanceOfSatisfying(
                            VaultException.class, why -> assertThat(why.code()).isEqualTo("vault.place-damaged"))
                    .hasMessageContaining(sign.toString())
                    .hasMessageNotContaining("disk is full");
        }
    }

    /** What every sign beside the data says. */
    private List<String> signs() throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            List<String> all = new ArrayList<>();
            for (Path each : files.filter(file -> file.toString().endsWith(".place"))
                    .sorted()
                    .toList()) {
                all.add(each + "\n" + Files.readString(each));
            }
            return all;
        }
    }

    @Test
    void whereTheOriginalIsGoneItGoesOnAtOnceAndForgetsNoCopyOfItsKey() throws Exception {
        Files.move(folder.resolve("live"), folder.resolve("burnt"));
        assertThat(restore(at("restored")).servesAnother()).isEmpty();
        assertRotates(at("restored"));
        assertThat(in("keys", ".kek")).containsExactly("epoch-3.kek");
        assertThat(in("one", ".kek")).isEmpty();
    }

    @Test
    void inPlaceOfTheOriginalItGoesOnAtOnce() throws Exception {
        Files.move(folder.resolve("live"), folder.resolve("burnt"));
        assertThat(restore(at("live", "one")).servesAnother()).isEmpty();
        assertRotates(at("live", "one"));
        assertThat(in("one", ".kek")).containsExactly("epoch-3.kek");
    }

    @Test
    void aDataFolderThatWasMovedGoesOn() throws Exception {
        Files.move(folder.resolve("live"), folder.resolve("moved"));
        assertRotates(at("moved", "one"));
    }

    @Test
    void thatTheOriginalIsGoneCannotBeSeenFromAnotherMachine() throws Exception {
        for (String each : List.of("keys", "one", "target")) {
            Path sign = folder.resolve(each).resolve(name(".place"));
            Files.writeString(sign, Files.readString(sign).replaceFirst("machine .*", "machine elsewhere"));
        }
        Files.move(folder.resolve("live"), folder.resolve("burnt"));
        assertThat(restore(at("live")).servesAnother())
                .hasValueSatisfying(why -> assertThat(why).hasMessageContaining("elsewhere"));
        assertDoesNotRotate(at("live"));
        EmbeddedVault.takeOver(at("live"), KekKeeping.PLAIN);
        assertRotates(at("live"));
    }

    @Test
    void aSignFromBeforeCopiesWereToldApartIsOfWhoeverRegisteredTheFolder() throws Exception {
        Path sign = folder.resolve("keys").resolve(name(".place"));
        Files.write(sign, new byte[0]);
        restore(at("restored"));
        assertDoesNotRotate(at("restored"));
        assertThat(sign).isEmptyFile();
        assertRotates(at("live", "one"));
    }

    /** Two that serve at once would each not know of what people take back at the other. */
    @Test
    void a_copy_may_not_serve_with_folders_of_another_until_it_takes_them_over_and_then_the_other_may_not()
            throws Exception {
        restore(at("restored"));
        assertThatThrownBy(() -> EmbeddedVault.requireServing(at("restored")))
                .isInstanceOf(PlaceOfAnother.class)
                .hasMessageContaining(folder.resolve("live").toString());
        assertThat(EmbeddedVault.servedHere(at("restored"))).containsExactly(folder.resolve("live"));
        EmbeddedVault.requireServing(at("live", "one"));
        assertThat(EmbeddedVault.servedHere(at("live", "one"))).isEmpty();
        EmbeddedVault.takeOver(at("restored"), KekKeeping.PLAIN);
        EmbeddedVault.requireServing(at("restored"));
        assertThatThrownBy(() -> EmbeddedVault.requireServing(at("live", "one")))
                .isInstanceOf(PlaceOfAnother.class);
    }

    @Test
    void an_open_vault_sees_at_the_next_question_that_it_was_taken_over_and_goes_on_saying_so() throws Exception {
        restore(at("restored"));
        try (Vault live = open(at("live", "one"))) {
            assertThat(live.takenOver()).isEmpty();
            EmbeddedVault.takeOver(at("restored"), KekKeeping.PLAIN);
            assertThat(live.takenOver()).isPresent();
            EmbeddedVault.takeOver(at("live", "one"), KekKeeping.PLAIN);
            assertThat(live.takenOver())
                    .as("what the other was told meanwhile is not known")
                    .isPresent();
        }
        try (Vault live = open(at("live", "one"))) {
            assertThat(live.takenOver()).isEmpty();
        }
    }

    @Test
    void the_sign_at_the_backup_target_alone_says_so_too() throws Exception {
        restore(at("restored"));
        try (Vault live = open(at("live", "one"))) {
            Path sign = folder.resolve("target").resolve(name(".place"));
            Files.writeString(
                    sign,
                    Files.readString(sign)
                            .replaceFirst("instance .*", "instance ins_other")
                            .replaceFirst("machine .*", "machine elsewhere"));
            assertThat(live.takenOver())
                    .hasValueSatisfying(why -> assertThat(why).hasMessageContaining("elsewhere"));
        }
    }
}
