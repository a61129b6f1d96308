package org.quitclaim.vault.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.KekKeeping;
import org.quitclaim.vault.embedded.SealedFolder;
import org.quitclaim.vault.embedded.UnfinishedMark;
import org.quitclaim.vault.embedded.VaultFolders;

/** What a backup leaves that could not be written to its end. */
class UnfinishedBackupTest {
    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final RecordId file = IdMint.recordId();
    private Path backup;

    /** Not an exception: nothing may catch it and tidy up. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private VaultFolders live() {
        return VaultFolders.of(folder.resolve("live"));
    }

    @BeforeEach
    void seal() throws Exception {
        backup = folder.resolve("backup");
        try (Vault vault = EmbeddedVault.open(live(), clock)) {
            KeyRef key = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
            vault.create(key);
            vault.sealFile(key, VaultSamples.IMAGE, file, new ByteArrayInputStream(new byte[] {7}), List.of());
        }
    }

    private void backUp(Consumer<BackupProgress> progress) throws BackupRefused, VaultException {
        new Backup(live(), clock).take(backup, Backup.Events.ELSEWHERE, progress);
    }

    private void restore() throws BackupRefused, VaultException {
        VaultFolders restored =
                new VaultFolders(folder.resolve("restored"), live().keys(), List.of(), live().backups());
        new Restore(restored, KekKeeping.PLAIN, clock).run(backup, progress -> {});
    }

    private void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BackupRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    /** A sealed file that cannot be read to its end. */
    private void spoil() throws Exception {
        Path sealed = live().data().resolve(SealedFolder.NAME).resolve(SealedFolder.pathOf(file));
        Files.delete(sealed);
        Files.createDirectory(sealed);
    }

    @Test
    void where_it_fails_nothing_is_left_neither_the_folder() throws Exception {
        spoil();
        assertThatThrownBy(() -> backUp(progress -> {})).isInstanceOf(VaultException.StorageFailure.class);
        assertThat(backup).doesNotExist();
    }

    @Test
    void a_folder_that_was_there_is_left_empty_as_it_was() throws Exception {
        Files.createDirectory(backup);
        spoil();
        assertThatThrownBy(() -> backUp(progress -> {})).isInstanceOf(VaultException.StorageFailure.class);
        assertThat(backup).isEmptyDirectory();
    }

    @Test
    void killed_in_the_middle_it_is_marked_refused_by_restore_and_begun_anew() throws Exception {
        assertThatThrownBy(() -> backUp(progress -> {
                    throw new Killed();
                }))
                .isInstanceOf(Killed.class);
        assertThat(backup.resolve("backup-unfinished")).exists();
        Path left = Files.createFile(backup.resolve("half"));
        assertRefused("restore.backup-unfinished", this::restore);
        backUp(progress -> {});
        assertThat(left).doesNotExist();
        assertThat(backup.resolve("backup-unfinished")).doesNotExist();
        restore();
    }

    @Test
    void two_are_not_taken_into_one_folder() throws Exception {
        try (UnfinishedMark held =
                UnfinishedMark.set(backup, UnfinishedMark.By.BACKUP).orElseThrow()) {
            assertRefused("backup.under-way", () -> backUp(progress -> {}));
            held.undo();
        }
        assertThat(backup).doesNotExist();
    }

    @Test
    void what_cannot_be_removed_again_stays_marked() throws Exception {
        assertRefused(
                "backup.left-unfinished",
                () -> backUp(progress -> {
                    try {
                        // the mark is opened anew as a folder with something in it, which nothing here may delete
                        Files.delete(backup.resolve("backup-unfinished"));
                        Files.createDirectories(
                                backup.resolve("backup-unfinished").resolve("something"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    throw new IllegalStateException("the disk is full");
                }));
        assertRefused("restore.backup-unfinished", this::restore);
    }
}
