package org.quitclaim.vault.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.vault.VaultSamples.OFFICER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.KekKeeping;
import org.quitclaim.vault.embedded.KeyFiles;
import org.quitclaim.vault.embedded.SealedFolder;
import org.quitclaim.vault.embedded.VaultFolders;
import org.quitclaim.vault.sqlite.SqliteCopy;
import org.quitclaim.vault.storage.StorageStep;

@Requirement({"R63", "R64"})
class BackupTest {
    private static final byte[] IMAGE = {7, 7, 7};

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final KeyRef erased = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
    private final KeyRef alive = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
    private final RecordId erasedRecord = IdMint.recordId();
    private final RecordId erasedFile = IdMint.recordId();
    private final RecordId aliveRecord = IdMint.recordId();
    private final RecordId aliveFile = IdMint.recordId();

    @SuppressWarnings("NullAway.Init")
    private Vault vault;

    @BeforeEach
    void sealForTwo() throws VaultException {
        vault = EmbeddedVault.open(live(), clock);
        vault.create(erased);
        vault.create(alive);
        seal(erased, erasedRecord, erasedFile);
        seal(alive, aliveRecord, aliveFile);
    }

    @AfterEach
    void closeVault() throws VaultException {
        vault.close();
    }

    private void seal(KeyRef key, RecordId row, RecordId file) throws VaultException {
        vault.seal(new SealRequest(key, VaultSamples.PRINT, row, Plaintext.of("secret of " + row)));
        vault.sealFile(key, VaultSamples.IMAGE, file, new ByteArrayInputStream(IMAGE), List.of());
    }

    private VaultFolders live() {
        return VaultFolders.of(folder.resolve("data"));
    }

    /** A restore elsewhere, with the keys and the backup target of the living installation. */
    private VaultFolders elsewhere(String name) {
        return new VaultFolders(folder.resolve(name), live().keys(), List.of(), live().backups());
    }

    private BackupManifest backUp() throws BackupRefused, VaultException {
        return taken().manifest();
    }

    /** The history is the event store's business; here there is none. */
    private Backup.Taken taken() throws BackupRefused, VaultException {
        return new Backup(live(), clock).take(folder.resolve("backup"), Backup.Events.ELSEWHERE, progress -> {});
    }

    @Test
    void a_sealed_file_that_nobody_erased_and_that_is_not_there_is_named_as_lost() throws Exception {
        vault.shred(erased);
        Files.delete(live().data().resolve(SealedFolder.NAME).resolve(SealedFolder.pathOf(aliveFile)));
        assertThat(taken().lost()).containsExactly(aliveFile);
    }

    /** As it is between the two steps of a deletion, and after a crash there. */
    @Test
    void a_file_whose_key_was_destroyed_is_not_lost_though_its_row_is_there_still() throws Exception {
        vault.close();
        Path records = live().data().resolve(Backup.RECORDS);
        Path kept = folder.resolve("records-of-before.db");
        SqliteCopy.copy(records, kept);
        vault = EmbeddedVault.open(live(), clock);
        vault.shred(erased);
        vault.close();
        for (String end : List.of("-wal", "-shm")) {
            Files.deleteIfExists(records.resolveSibling(Backup.RECORDS + end));
        }
        Files.move(kept, records, StandardCopyOption.REPLACE_EXISTING);
        assertThat(taken().lost()).isEmpty();
        vault = EmbeddedVault.open(live(), clock);
    }

    @Test
    void a_folder_whose_history_or_records_were_lost_is_refused_before_anything_is_written() throws Exception {
        assertThatThrownBy(() -> new Backup(live(), clock)
                        .take(folder.resolve("backup"), Backup.Events.IN_THE_FOLDER, progress -> {}))
                .isInstanceOfSatisfying(
                        BackupRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("backup.history-missing"));
        vault.close();
        Files.delete(live().data().resolve(Backup.RECORDS));
        assertThatThrownBy(this::taken)
                .isInstanceOfSatisfying(
                        BackupRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("backup.records-missing"));
        assertThat(folder.resolve("backup")).doesNotExist();
    }

    private Restored restore(VaultFolders to) throws BackupRefused, VaultException {
        return new Restore(to, KekKeeping.PLAIN, clock).run(folder.resolve("backup"), progress -> {});
    }

    private void assertAlive(Vault restored) throws VaultException {
        assertThat(restored.open(aliveRecord, OFFICER).text()).isEqualTo("secret of " + aliveRecord);
        assertThat(restored.open(aliveFile, OFFICER).bytes()).isEqualTo(IMAGE);
    }

    private void assertErased(Vault restored, VaultFolders where) throws VaultException, IOException {
        for (RecordId id : List.of(erasedRecord, erasedFile)) {
            assertThatThrownBy(() -> restored.open(id, OFFICER)).isInstanceOf(VaultException.RecordUnknown.class);
        }
        try (Stream<Path> files = Files.walk(where.data())) {
            assertThat(files).noneMatch(file -> file.toString().contains(erasedFile.value()));
        }
    }

    @Test
    void takenFromAVaultAtWorkItBringsBackEverythingAndHoldsNoKey() throws Exception {
        BackupManifest manifest = backUp();
        assertThat(manifest.installation()).isEqualTo(vault.installation());
        assertThat(manifest.epoch()).isEqualTo(Epoch.FIRST);
        try (Stream<Path> files = Files.walk(folder.resolve("backup"))) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".kek"));
        }
        VaultFolders there = elsewhere("restored");
        assertThat(restore(there).keysOfBackup()).isTrue();
        try (Vault restored = EmbeddedVault.open(there, clock)) {
            assertAlive(restored);
            assertThat(restored.open(erasedRecord, OFFICER).text()).isEqualTo("secret of " + erasedRecord);
        }
    }

    @Test
    @Requirement("R62")
    void whoWasErasedAfterTheBackupIsErasedAgain() throws Exception {
        backUp();
        vault.shred(erased);
        VaultFolders there = elsewhere("restored");
        assertThat(restore(there).erasuresKnown()).isEqualTo(1);
        try (Vault restored = EmbeddedVault.open(there, clock)) {
            assertAlive(restored);
            assertErased(restored, there);
        }
    }

    @Test
    @Requirement("R62")
    void onceTheEpochIsRetiredTheKeysComeFromTheBackupTarget() throws Exception {
        backUp();
        vault.shred(erased);
        vault.epochs().rotate(progress -> {});
        VaultFolders there = elsewhere("restored");
        assertThat(restore(there).keysOfBackup()).isFalse();
        try (Vault restored = EmbeddedVault.open(there, clock)) {
            assertAlive(restored);
            assertErased(restored, there);
        }
    }

    /** What is in the history is the event store's business; that it is in the backup, and up to where, is ours. */
    @Test
    void theEventsComeAlongAndEveryFileIsCountedOnBothWays() throws Exception {
        try (Connection events = DriverManager.getConnection(
                        "jdbc:sqlite:" + live().data().resolve("events.db"));
                Statement statement = events.createStatement()) {
            statement.execute("CREATE TABLE events (position INTEGER PRIMARY KEY)");
            statement.execute("INSERT INTO events VALUES (41), (42)");
        }
        List<BackupProgress> taken = new ArrayList<>();
        BackupManifest manifest = new Backup(live(), clock)
                .take(folder.resolve("backup"), Backup.Events.IN_THE_FOLDER, taken::add)
                .manifest();
        assertThat(manifest.position()).isEqualTo(42);
        assertThat(taken).containsExactly(new BackupProgress(1, 2), new BackupProgress(2, 2));
        List<BackupProgress> restored = new ArrayList<>();
        VaultFolders there = elsewhere("restored");
        new Restore(there, KekKeeping.PLAIN, clock).run(folder.resolve("backup"), restored::add);
        assertThat(SqliteCopy.lastPosition(there.data().resolve("events.db"))).isEqualTo(42);
        int files = manifest.files().size();
        assertThat(restored).hasSize(files).last().isEqualTo(new BackupProgress(files, files));
        assertThat(restored.getFirst()).isEqualTo(new BackupProgress(1, files));
    }

    /** The backup holds keys of two epochs, and the older one of them is gone when it is restored. */
    @Test
    @Requirement("R62")
    void takenDuringARotationItIsRestoredAfterwardsWithTheKeysOfTheBackupTarget() throws Exception {
        vault.close();
        BackUpAtCommit duringRotation = new BackUpAtCommit();
        vault = EmbeddedVault.open(live(), KekKeeping.PLAIN, clock, duringRotation);
        duringRotation.on = true;
        vault.epochs().rotate(progress -> {});
        assertThat(SqliteCopy.epochsNeeded(folder.resolve("backup").resolve(Backup.KEYS)))
                .containsExactlyInAnyOrder(Epoch.FIRST, new Epoch(2));
        VaultFolders there = elsewhere("restored");
        assertThat(restore(there).keysOfBackup()).isFalse();
        try (Vault restored = EmbeddedVault.open(there, clock)) {
            assertAlive(restored);
        }
    }

    /** Takes a backup once, when the new epoch is announced and the first of the secrets is wrapped anew. */
    private final class BackUpAtCommit implements StorageStep {
        private static final int SECOND_SECRET = 3;
        private boolean on;
        private int commits;

        @Override
        public void before(String operation) {
            if (on && operation.equals("keys.db commit") && ++commits == SECOND_SECRET) {
                try {
                    backUp();
                } catch (BackupRefused | VaultException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void after(String operation) {}
    }

    @Test
    void withoutAnyKeyItIsRefusedAndNothingIsWritten() throws Exception {
        backUp();
        vault.epochs().rotate(progress -> {});
        VaultFolders there =
                new VaultFolders(folder.resolve("restored"), folder.resolve("no-keys"), List.of(), live().backups());
        assertThatThrownBy(() -> restore(there)).isInstanceOf(VaultException.KekMissing.class);
        assertThat(there.data()).doesNotExist();
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAlone() throws Exception {
        backUp();
        VaultFolders there = elsewhere("restored");
        Files.createDirectories(there.data());
        Files.createFile(there.data().resolve("mine"));
        assertThatThrownBy(() -> restore(there))
                .isInstanceOfSatisfying(
                        BackupRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("restore.folder-not-empty"));
        assertThatThrownBy(this::backUp)
                .isInstanceOfSatisfying(
                        BackupRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("backup.folder-not-empty"));
        assertThat(there.data()).isDirectoryContaining("glob:**mine");
    }

    @Test
    void aFileThatWasChangedOrIsMissingIsNamedAndNothingIsRestored() throws Exception {
        BackupManifest manifest = backUp();
        VaultFolders there = elsewhere("restored");
        for (BackupManifest.Entry entry : manifest.files()) {
            Path file = folder.resolve("backup").resolve(entry.path());
            byte[] right = Files.readAllBytes(file);
            byte[] wrong = right.clone();
            wrong[wrong.length / 2] ^= 1;
            Files.write(file, wrong);
            assertRefused(there, "restore.digest-wrong", entry.path());
            Files.delete(file);
            assertRefused(there, "restore.digest-wrong", entry.path());
            Files.write(file, right);
        }
        assertThat(there.data()).doesNotExist();
        restore(there);
    }

    @Test
    void withoutItsManifestOrWithATornOneItIsNoBackup() throws Exception {
        backUp();
        Path manifest = folder.resolve("backup").resolve(BackupManifest.FILE);
        String text = Files.readString(manifest);
        for (int end = 0; end < text.length() - 1; end += 9) {
            Files.writeString(manifest, text.substring(0, end));
            assertRefused(elsewhere("restored"), "restore.manifest-damaged", "damaged");
        }
        Files.delete(manifest);
        assertRefused(elsewhere("restored"), "restore.no-backup", BackupManifest.FILE);
    }

    @Test
    void withoutTheWholeLedgerItIsRefused() throws Exception {
        vault.shred(erased);
        vault.shred(alive);
        backUp();
        Path ledger;
        try (Stream<Path> files = Files.list(live().backups())) {
            ledger = files.filter(file -> file.toString().endsWith(".ledger"))
                    .findFirst()
                    .orElseThrow();
        }
        String one = Files.readAllLines(ledger).getFirst();
        Files.write(ledger, List.of(one, one));
        assertRefused(elsewhere("restored"), "restore.ledger-missing", "--backup-target");
        Files.writeString(ledger, "");
        assertRefused(elsewhere("restored"), "restore.ledger-missing", "--backup-target");
        Files.delete(ledger);
        assertRefused(elsewhere("restored"), "restore.ledger-missing", "--backup-target");
    }

    @Test
    void theWrongKeyLeavesNothingBehind() throws Exception {
        backUp();
        VaultFolders other = VaultFolders.of(folder.resolve("other"));
        EmbeddedVault.open(other, clock).close();
        Path wrong;
        try (Stream<Path> files = KeyFiles.in(other.keys())) {
            wrong = files.findFirst().orElseThrow();
        }
        VaultFolders there =
                new VaultFolders(folder.resolve("restored"), folder.resolve("wrong"), List.of(), live().backups());
        Files.createDirectories(there.keys());
        Files.copy(wrong, there.keys().resolve(vault.installation() + "-epoch-1.kek"));
        assertThatThrownBy(() -> restore(there)).isInstanceOf(VaultException.KekWrong.class);
        assertThat(there.data()).doesNotExist();
    }

    private void assertRefused(VaultFolders there, String code, String says) {
        assertThatThrownBy(() -> restore(there))
                .isInstanceOfSatisfying(
                        BackupRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageContaining(says);
    }
}
