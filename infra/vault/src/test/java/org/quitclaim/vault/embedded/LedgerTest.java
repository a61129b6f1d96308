package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.vault.VaultSamples.OFFICER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.LedgerLook;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;

@Requirement({"R62", "R64"})
class LedgerTest {
    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final KeyRef erased = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
    private final KeyRef alive = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
    private final RecordId erasedRecord = IdMint.recordId();
    private final RecordId erasedFile = IdMint.recordId();
    private final RecordId aliveRecord = IdMint.recordId();

    private Path data() {
        return folder.resolve("data");
    }

    private Vault open() throws VaultException {
        return EmbeddedVault.open(VaultFolders.of(data()), clock);
    }

    private Path ledger() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data-backup"))) {
            return files.filter(file -> file.toString().endsWith(".ledger"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @BeforeEach
    void sealForTwo() throws VaultException {
        try (Vault vault = open()) {
            vault.create(erased);
            vault.create(alive);
            seal(vault, erased, erasedRecord);
            seal(vault, alive, aliveRecord);
            vault.sealFile(erased, VaultSamples.IMAGE, erasedFile, new ByteArrayInputStream(new byte[9]), List.of());
        }
    }

    private static void seal(Vault vault, KeyRef key, RecordId id) throws VaultException {
        vault.seal(new SealRequest(key, VaultSamples.PRINT, id, Plaintext.of("secret of " + id)));
    }

    /** Puts back what was kept of the data folder, as somebody would who knows nothing of this product. */
    private void bringBack(Path kept, String... names) throws IOException {
        for (String name : names) {
            Files.deleteIfExists(data().resolve(name + "-wal"));
            Files.copy(kept.resolve(name), data().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path keepCopy() throws IOException {
        Path kept = folder.resolve("kept");
        FolderImage.copy(data(), kept);
        return kept;
    }

    private void assertErasedButNotTheOther(Vault vault) throws VaultException {
        assertThat(vault.state(erased)).contains(KeyState.DESTROYED);
        for (RecordId id : List.of(erasedRecord, erasedFile)) {
            assertThatThrownBy(() -> vault.open(id, OFFICER)).isInstanceOf(VaultException.RecordUnknown.class);
        }
        assertThat(vault.open(aliveRecord, OFFICER).text()).isEqualTo("secret of " + aliveRecord);
    }

    @Test
    void olderKeysAndRecordsAreErasedAgainBeforeTheVaultCanBeUsed() throws VaultException, IOException {
        Path kept = keepCopy();
        try (Vault vault = open()) {
            vault.shred(erased);
        }
        bringBack(kept, "keys.db", "records.db");
        try (Vault vault = open()) {
            assertErasedButNotTheOther(vault);
        }
    }

    @Test
    void olderRecordsBesideNewerKeysAreDeletedAgain() throws VaultException, IOException {
        Path kept = keepCopy();
        try (Vault vault = open()) {
            vault.shred(erased);
        }
        bringBack(kept, "records.db");
        Path file = data().resolve("sealed")
                .resolve(erasedFile.value().substring(4, 5))
                .resolve(erasedFile.value());
        Files.createFile(file);
        try (Vault vault = open()) {
            assertErasedButNotTheOther(vault);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aTargetOutOfReachDoesNotUndoAShredAndIsToldLater() throws VaultException, IOException {
        Path target = folder.resolve("data-backup");
        Path kept = keepCopy();
        try (Vault vault = open()) {
            Files.move(target, folder.resolve("unmounted"));
            Files.createFile(target);
            assertThat(vault.shred(erased).records()).hasSize(2);
            assertThat(vault.erasuresToldAtBackupTarget()).isFalse();
            Files.delete(target);
            assertThat(vault.erasuresToldAtBackupTarget()).isFalse();
            Files.move(folder.resolve("unmounted"), target);
            assertThat(vault.erasuresToldAtBackupTarget()).isTrue();
        }
        bringBack(kept, "keys.db", "records.db");
        try (Vault vault = open()) {
            assertErasedButNotTheOther(vault);
        }
    }

    @Test
    void aLedgerThatWasLostIsWrittenAnewFromTheKeys() throws VaultException, IOException {
        keepCopy();
        try (Vault vault = open()) {
            vault.shred(erased);
        }
        List<String> lines = Files.readAllLines(ledger());
        Files.delete(ledger());
        open().close();
        assertThat(Files.readAllLines(ledger()))
                .as("the same is told, in another ledger")
                .hasSameSizeAs(lines)
                .isNotEqualTo(lines);
        assertErasedAfterBringingBack();
    }

    private void assertErasedAfterBringingBack() throws VaultException, IOException {
        bringBack(folder.resolve("kept"), "keys.db", "records.db");
        try (Vault vault = open()) {
            assertErasedButNotTheOther(vault);
        }
    }

    @Test
    void aLineThatWasChangedRepeatedRemovedOrMovedKeepsTheVaultClosed() throws VaultException, IOException {
        try (Vault vault = open()) {
            vault.shred(erased);
            vault.shred(alive);
        }
        List<String> lines = Files.readAllLines(ledger());
        String first = lines.get(0);
        String one = lines.get(1);
        String two = lines.get(2);
        String swapped = one.substring(0, one.lastIndexOf(' ')) + two.substring(two.lastIndexOf(' '));
        for (List<String> wrong : List.of(
                List.of(first, one, one),
                List.of(first, one, two, two),
                List.of(first, two),
                List.of(first, two, one),
                List.of(one, two),
                List.of(first, first, one),
                List.of(first, swapped),
                List.of(first, " "),
                List.of("nonsense"))) {
            Files.write(ledger(), wrong);
            assertThatThrownBy(this::open).isInstanceOf(VaultException.LedgerDamaged.class);
        }
        Files.write(ledger(), lines);
        open().close();
    }

    @Test
    void whatHappensToTheLedgerWhileTheVaultIsOpenIsNoticedAtTheNextLook() throws VaultException, IOException {
        try (Vault vault = open()) {
            vault.shred(erased);
            assertThat(vault.lookAtLedger()).isEqualTo(new LedgerLook.Told());
            Path file = ledger();
            Files.delete(file);
            assertThat(vault.lookAtLedger()).isEqualTo(new LedgerLook.ToldNow(1));
            String right = Files.readString(file);
            Files.writeString(file, right.replaceFirst("\n1 1 ", "\n1 2 "));
            assertDamaged(vault);
            vault.shred(alive);
            assertDamaged(vault);
            Files.writeString(file, right);
            assertThat(vault.lookAtLedger()).isEqualTo(new LedgerLook.ToldNow(1));
        }
        open().close();
    }

    private static void assertDamaged(Vault vault) {
        assertThat(vault.lookAtLedger())
                .isInstanceOfSatisfying(
                        LedgerLook.NotTold.class,
                        look -> assertThat(look.why()).isInstanceOf(VaultException.LedgerDamaged.class));
    }

    @Test
    void aLedgerOfBytesThatAreNoTextIsDamaged() throws VaultException, IOException {
        byte[] bytes = new byte[9000];
        Arrays.fill(bytes, (byte) 0xE9);
        for (byte[] wrong : List.of(bytes, Arrays.copyOf(bytes, 9001))) {
            wrong[4000] = '\n';
            wrong[wrong.length - 1] = '\n';
            Files.write(ledger(), wrong);
            assertThatThrownBy(this::open).isInstanceOf(VaultException.LedgerDamaged.class);
        }
    }

    @Test
    void whatIsErasedAgainCountsAsErasedWhenItFirstWas() throws VaultException, IOException {
        Path kept = keepCopy();
        Instant destroyed;
        try (Vault vault = open()) {
            destroyed = vault.shred(erased).keyDestroyedAt();
        }
        clock.advance(Duration.ofDays(3));
        bringBack(kept, "keys.db", "records.db");
        try (Vault vault = open()) {
            assertThat(vault.receipt(erased))
                    .hasValueSatisfying(
                            receipt -> assertThat(receipt.keyDestroyedAt()).isEqualTo(destroyed));
        }
    }

    @Test
    void aTargetThatWasOutOfReachIsToldOnce() throws VaultException, IOException {
        Path target = folder.resolve("data-backup");
        KeyRef later = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
        try (Vault vault = open()) {
            Files.move(target, folder.resolve("unmounted"));
            Files.createFile(target);
            vault.shred(erased);
            Files.delete(target);
            Files.move(folder.resolve("unmounted"), target);
            vault.shred(later);
        }
        assertThat(Files.readAllLines(ledger())).hasSize(1 + 2);
        open().close();
    }

    @Test
    void aLineWithoutItsEndDoesNotCountAndTheNextIsWrittenInItsPlace() throws VaultException, IOException {
        try (Vault vault = open()) {
            vault.shred(erased);
        }
        List<String> lines = Files.readAllLines(ledger());
        Files.writeString(ledger(), lines.getLast().substring(0, 20), StandardOpenOption.APPEND);
        try (Vault vault = open()) {
            vault.shred(alive);
        }
        assertThat(Files.readAllLines(ledger())).hasSize(1 + 2).containsAll(lines);
        open().close();
    }
}
