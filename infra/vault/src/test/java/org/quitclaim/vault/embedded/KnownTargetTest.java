package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.LedgerEntry;
import org.quitclaim.vault.LedgerLook;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.BackupTargetAway;
import org.quitclaim.vault.VaultSamples;

/** A folder without the medium of the backup target, or another folder, is not taken for a new target. */
@Requirement("R64")
class KnownTargetTest {
    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final KeyRef erased = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
    private final KeyRef later = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
    private final LedgerEntry no = new LedgerEntry(IdMint.mint("evt_", id -> id), clock.instant(), "a no");

    private Path target() {
        return folder.resolve("target");
    }

    private VaultFolders at(Path target) {
        return new VaultFolders(folder.resolve("data"), folder.resolve("keys"), List.of(), target);
    }

    private Vault open() throws VaultException {
        return open(target());
    }

    private Vault open(Path target) throws VaultException {
        return EmbeddedVault.open(at(target), clock);
    }

    @BeforeEach
    void aLedgerWithANoAndAnErasure() throws VaultException {
        try (Vault vault = open()) {
            vault.create(erased);
            vault.shred(erased);
            vault.nos().tell(List.of(no));
        }
    }

    private InstallationId installation() throws VaultException {
        try (Vault vault = open()) {
            return vault.installation();
        }
    }

    private Path unmount() throws IOException {
        Path medium = folder.resolve("medium");
        Files.move(target(), medium);
        Files.createDirectory(target());
        return medium;
    }

    private void mount(Path medium) throws IOException {
        try (Stream<Path> hidden = Files.list(target())) {
            assertThat(hidden).as("nothing was written under the mount").isEmpty();
        }
        Files.delete(target());
        Files.move(medium, target());
    }

    private static void assertAway(Vault vault) throws VaultException {
        assertThat(vault.lookAtLedger())
                .isInstanceOfSatisfying(
                        LedgerLook.NotTold.class, look -> assertThat(look.why()).isInstanceOf(BackupTargetAway.class));
        assertThatThrownBy(() -> vault.nos().requireTarget()).isInstanceOf(BackupTargetAway.class);
        assertThatThrownBy(() -> vault.epochs().rotate(progress -> {})).isInstanceOf(BackupTargetAway.class);
        assertThat(vault.epochs().retiring()).isEmpty();
    }

    @Test
    void aMountPointWithoutItsMediumIsNotTakenForANewTarget() throws VaultException, IOException {
        Path medium = unmount();
        try (Vault vault = open()) {
            assertAway(vault);
            assertThat(vault.epochs().current()).isEqualTo(Epoch.FIRST);
            vault.create(later);
            vault.shred(later);
        }
        mount(medium);
        try (Vault vault = open()) {
            assertThat(vault.nos().told()).hasSize(1);
            assertThat(vault.lookAtLedger()).isEqualTo(new LedgerLook.Told());
            vault.epochs().rotate(progress -> {});
        }
        assertThat(Files.readAllLines(LedgerFile.in(target(), installation()))).hasSize(1 + 2 + 1);
        open().close();
    }

    @Test
    void aMediumThatGoesAwayWhileTheVaultIsOpenIsMissed() throws VaultException, IOException {
        try (Vault vault = open()) {
            Path medium = unmount();
            assertAway(vault);
            mount(medium);
            assertThat(vault.lookAtLedger()).isEqualTo(new LedgerLook.Told());
        }
    }

    @Test
    void aFolderGivenByMistakeOrByDefaultIsNotTakenForANewTarget() throws VaultException {
        try (Vault vault = open(folder.resolve("data-backup"))) {
            assertAway(vault);
        }
        assertThat(folder.resolve("data-backup")).doesNotExist();
    }

    @Test
    void theSameTargetAtAnotherPathIsKnownByItsLedger() throws VaultException, IOException {
        Path moved = folder.resolve("mounted elsewhere");
        Files.move(target(), moved);
        try (Vault vault = open(moved)) {
            vault.epochs().rotate(progress -> {});
            assertThat(vault.nos().told()).hasSize(1);
        }
    }

    @Test
    void aTargetThatSomebodySaysIsNewHasTheWholeLedgerAndTheFormerOneIsNamed() throws VaultException {
        Path other = folder.resolve("other");
        EmbeddedVault.replaceBackupTarget(at(other));
        try (Vault vault = open(other)) {
            assertThat(vault.nos().tell(List.of(no))).isEqualTo(1);
            assertThat(EmbeddedVault.formerBackupTargets(folder.resolve("data")))
                    .containsExactly(target().toString());
            vault.epochs().rotate(progress -> {});
            assertThat(EmbeddedVault.formerBackupTargets(folder.resolve("data")))
                    .isEmpty();
        }
        EmbeddedVault.replaceBackupTarget(at(other));
        assertThat(EmbeddedVault.formerBackupTargets(folder.resolve("data")))
                .as("it was said already")
                .isEmpty();
    }

    @Test
    void aFormerTargetThatComesBackIsNeitherWrittenToNorKeepsTheVaultShut() throws VaultException, IOException {
        Path medium = unmount();
        EmbeddedVault.replaceBackupTarget(at(target()));
        try (Vault vault = open()) {
            vault.nos().tell(List.of(no));
            vault.epochs().rotate(progress -> {});
        }
        Files.move(target(), folder.resolve("newer"));
        Files.move(medium, target());
        try (Vault vault = open()) {
            assertAway(vault);
        }
        EmbeddedVault.replaceBackupTarget(at(target()));
        try (Vault vault = open()) {
            assertThat(vault.nos().tell(List.of(no))).isEqualTo(1);
            vault.epochs().rotate(progress -> {});
        }
    }

    @Test
    void aCopyOfTheTargetFromBeforeARotationIsNotTheTarget() throws VaultException, IOException {
        FolderImage.copy(target(), folder.resolve("mirror"));
        try (Vault vault = open()) {
            vault.epochs().rotate(progress -> {});
        }
        try (Vault vault = open(folder.resolve("mirror"))) {
            assertAway(vault);
        }
        open().close();
    }
}
