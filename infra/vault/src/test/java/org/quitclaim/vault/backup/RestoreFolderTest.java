package org.quitclaim.vault.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.KekKeeping;
import org.quitclaim.vault.embedded.UnfinishedMark;
import org.quitclaim.vault.embedded.VaultFolders;

/** Into which folders a backup is taken and restored, and what a restore that stopped leaves. */
@Requirement({"R32", "R64"})
class RestoreFolderTest {
    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();

    /** Not an exception: nothing may catch it and tidy up. */
    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    private VaultFolders live() {
        return VaultFolders.of(folder.resolve("live"));
    }

    private VaultFolders restored() {
        return new VaultFolders(folder.resolve("restored"), live().keys(), List.of(), live().backups());
    }

    @BeforeEach
    void found() throws VaultException {
        EmbeddedVault.open(live(), clock).close();
    }

    private Path backUp() throws Exception {
        Path backup = folder.resolve("backup");
        new Backup(live(), clock).take(backup, Backup.Events.ELSEWHERE, progress -> {});
        return backup;
    }

    private void restore(Path backup, Consumer<BackupProgress> progress) throws BackupRefused, VaultException {
        new Restore(restored(), KekKeeping.PLAIN, clock).run(backup, progress);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BackupRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aBackupIsNotTakenIntoAFolderOfTheInstallationNorRoundOne() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), live().data());
        for (Path wrong : List.of(
                live().data().resolve("backup"),
                live().keys().resolve("backup"),
                live().backups().resolve("backup"),
                link.resolve("backup"),
                folder)) {
            assertRefused(
                    "backup.folder-overlaps",
                    () -> new Backup(live(), clock).take(wrong, Backup.Events.ELSEWHERE, progress -> {}));
            assertThat(folder.resolve("live").resolve("backup")).doesNotExist();
        }
    }

    @Test
    void itIsNotRestoredFromAFolderOfTheInstallationNorRoundOne() throws Exception {
        backUp();
        for (Path wrong : List.of(
                restored().data().resolve("backup"),
                live().keys(),
                live().backups().resolve("backup"),
                folder)) {
            assertRefused("restore.folder-overlaps", () -> restore(wrong, progress -> {}));
        }
        assertThat(restored().data()).doesNotExist();
    }

    @Test
    void neitherWorksWithFoldersThatLieInOneAnother() throws Exception {
        Path backup = backUp();
        Path data = restored().data();
        VaultFolders entangled = new VaultFolders(data, data.resolve("keys"), List.of(), live().backups());
        assertThatThrownBy(() -> new Restore(entangled, KekKeeping.PLAIN, clock).run(backup, progress -> {}))
                .hasFieldOrPropertyWithValue("code", "vault.folders-overlap");
        assertThatThrownBy(() -> new Backup(entangled, clock)
                        .take(folder.resolve("another"), Backup.Events.ELSEWHERE, progress -> {}))
                .hasFieldOrPropertyWithValue("code", "vault.folders-overlap");
        assertThat(data).doesNotExist();
        assertThat(folder.resolve("another")).doesNotExist();
    }

    @Test
    void onlyTheOwnerReadsABackupAndWhatIsRestoredFromIt() throws Exception {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "the file system knows no owners");
        Path backup = Files.createDirectory(folder.resolve("backup"));
        Files.setPosixFilePermissions(backup, PosixFilePermissions.fromString("rwxr-xr-x"));
        restore(backUp(), progress -> assertThat(permissions(restored().data())).isEqualTo("rwx------"));
        assertThat(permissions(backup)).isEqualTo("rwx------");
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aMountPointIsFilledWhereItIsWhateverItsFileSystemPutThere() throws Exception {
        Path data = Files.createDirectory(restored().data());
        Files.createDirectory(data.resolve("lost+found"));
        Object sameFolder =
                Files.readAttributes(data, BasicFileAttributes.class).fileKey();
        restore(backUp(), progress -> {});
        assertThat(Files.readAttributes(data, BasicFileAttributes.class).fileKey())
                .isEqualTo(sameFolder);
        assertThat(data.resolve("lost+found")).isDirectory();
        assertThatCode(() -> EmbeddedVault.open(restored(), clock).close()).doesNotThrowAnyException();
    }

    @Test
    void whereItFailsAFolderThatWasThereIsLeftEmptyAsItWas() throws Exception {
        Path data = Files.createDirectory(restored().data());
        Path backup = backUp();
        VaultFolders withoutLedger = new VaultFolders(data, live().keys(), List.of(), folder.resolve("nowhere"));
        assertRefused(
                "restore.ledger-missing",
                () -> new Restore(withoutLedger, KekKeeping.PLAIN, clock).run(backup, progress -> {}));
        assertThatThrownBy(() -> restore(backup, progress -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void stoppedInTheMiddleItIsRecognisedUsedByNobodyAndBegunAnew() throws Exception {
        Path backup = backUp();
        assertThatThrownBy(() -> restore(backup, progress -> {
                    throw new Stopped();
                }))
                .isInstanceOf(Stopped.class);
        Path left = Files.createFile(restored().data().resolve("half"));
        assertThatThrownBy(() -> EmbeddedVault.open(restored(), clock))
                .hasFieldOrPropertyWithValue("code", "vault.restore-unfinished")
                .hasMessageContaining("./quitclaim restore");
        assertThatThrownBy(() -> new Backup(restored(), clock)
                        .take(folder.resolve("of-half"), Backup.Events.ELSEWHERE, progress -> {}))
                .hasFieldOrPropertyWithValue("code", "vault.restore-unfinished");
        restore(backup, progress -> {});
        assertThat(left).doesNotExist();
        assertThatCode(() -> EmbeddedVault.open(restored(), clock).close()).doesNotThrowAnyException();
    }

    @Test
    void twoDoNotRestoreIntoOneFolder() throws Exception {
        Path backup = backUp();
        Optional<UnfinishedMark> first = UnfinishedMark.set(restored().data(), UnfinishedMark.By.RESTORE);
        assertThat(first).isPresent();
        try (UnfinishedMark held = first.orElseThrow()) {
            assertRefused("restore.under-way", () -> restore(backup, progress -> {}));
            held.undo();
        }
        assertThat(restored().data()).doesNotExist();
    }
}
