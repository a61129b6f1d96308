package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.vault.VaultSamples.OFFICER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
import org.quitclaim.vault.VaultSamples;

@Requirement("R62")
class KekCopiesTest {
    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final RecordId id = IdMint.recordId();

    private VaultFolders withCopies(String... copies) {
        VaultFolders plain = VaultFolders.of(folder.resolve("data"));
        return new VaultFolders(
                plain.data(),
                plain.keys(),
                Stream.of(copies).map(folder::resolve).toList(),
                plain.backups());
    }

    private Vault open(String... copies) throws VaultException {
        return EmbeddedVault.open(withCopies(copies), clock);
    }

    private void sealOne(Vault vault) throws VaultException {
        KeyRef key = KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY);
        vault.create(key);
        vault.seal(new SealRequest(key, VaultSamples.NAME, id, Plaintext.of("Ada")));
    }

    private List<String> in(String copies) throws IOException {
        try (Stream<Path> files = KeyFiles.in(folder.resolve(copies))) {
            return files.map(file -> file.getFileName().toString().replaceFirst(".*-epoch", "epoch"))
                    .toList();
        }
    }

    @Test
    void everyRegisteredFolderGetsTheNewKeyAndLosesTheOld() throws VaultException, IOException {
        try (Vault vault = open("one", "two")) {
            sealOne(vault);
            assertThat(in("one")).containsExactly("epoch-1.kek");
            vault.epochs().rotate(progress -> {});
            for (String each : List.of("data-keys", "one", "two")) {
                assertThat(in(each)).containsExactly("epoch-2.kek");
            }
        }
        Files.delete(folder.resolve("data-keys").resolve(fileIn("data-keys")));
        try (Vault vault = open("one", "two")) {
            assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
        }
    }

    private String fileIn(String name) throws IOException {
        try (Stream<Path> files = KeyFiles.in(folder.resolve(name))) {
            return files.findFirst().orElseThrow().getFileName().toString();
        }
    }

    @Test
    void aCopyOutOfReachKeepsTheEpochUnretiredAndEveryOtherCopyWhereItIs() throws VaultException, IOException {
        try (Vault vault = open("one")) {
            sealOne(vault);
            Files.move(folder.resolve("one"), folder.resolve("unmounted"));
            assertThatThrownBy(() -> vault.epochs().rotate(progress -> {})).isInstanceOf(VaultException.class);
            assertThat(in("data-keys")).contains("epoch-1.kek");
            assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
        }
        Files.delete(folder.resolve("unmounted").resolve(fileIn("unmounted")));
    }

    @Test
    void aFolderThatTheSettingsNoLongerNameIsStillClearedOnce() throws VaultException, IOException {
        try (Vault vault = open("one")) {
            sealOne(vault);
        }
        try (Vault vault = open()) {
            vault.epochs().rotate(progress -> {});
            assertThat(in("one")).isEmpty();
            assertThat(folder.resolve("one")).isEmptyDirectory();
            Files.delete(folder.resolve("one"));
            vault.epochs().rotate(progress -> {});
            assertThat(vault.epochs().retired()).hasSize(2);
        }
    }

    @Test
    void aFolderNoLongerNamedAndOutOfReachIsNotTakenForCleared() throws VaultException, IOException {
        try (Vault vault = open("one")) {
            sealOne(vault);
        }
        Files.move(folder.resolve("one"), folder.resolve("unmounted"));
        try (Vault vault = open()) {
            assertThatThrownBy(() -> vault.epochs().rotate(progress -> {}))
                    .hasFieldOrPropertyWithValue("code", "vault.kek-copy-out-of-reach");
            assertThat(vault.epochs().retired()).isEmpty();
            Files.move(folder.resolve("unmounted"), folder.resolve("one"));
            vault.epochs().rotate(progress -> {});
            assertThat(vault.epochs().retired()).hasSize(1);
            assertThat(in("one")).isEmpty();
        }
    }

    @Test
    void aCopyOfTheDataFolderOnTheSameMachineDoesNotDestroyTheKeysOfItsOriginal() throws VaultException, IOException {
        try (Vault vault = open()) {
            sealOne(vault);
        }
        FolderImage.copy(folder.resolve("data"), folder.resolve("copy"));
        try (Vault copy = EmbeddedVault.open(VaultFolders.of(folder.resolve("copy")), clock)) {
            copy.epochs().rotate(progress -> {});
        }
        assertThat(in("data-keys")).containsExactly("epoch-1.kek");
        try (Vault vault = open()) {
            assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
        }
    }

    @Test
    void aMountPointWithoutItsMediumIsNotTakenForCleared() throws VaultException, IOException {
        try (Vault vault = open("one")) {
            sealOne(vault);
        }
        Files.move(folder.resolve("one"), folder.resolve("unmounted"));
        Files.createDirectory(folder.resolve("one"));
        try (Vault vault = open()) {
            assertThatThrownBy(() -> vault.epochs().rotate(progress -> {}))
                    .hasFieldOrPropertyWithValue("code", "vault.kek-copy-out-of-reach")
                    .hasMessageContaining(folder.resolve("one").toString())
                    .hasMessageContaining(vault.installation() + ".place");
            assertThat(vault.epochs().retired()).isEmpty();
            assertThat(in("data-keys")).contains("epoch-1.kek");
            Files.delete(folder.resolve("one"));
            Files.move(folder.resolve("unmounted"), folder.resolve("one"));
            vault.epochs().rotate(progress -> {});
            assertThat(vault.epochs().retired()).hasSize(1);
            assertThat(folder.resolve("one")).isEmptyDirectory();
        }
    }

    @Test
    void aNewKeyIsNotWrittenToAMountPointWithoutItsMedium() throws VaultException, IOException {
        try (Vault vault = open("one")) {
            sealOne(vault);
            Files.move(folder.resolve("one"), folder.resolve("unmounted"));
            Files.createDirectory(folder.resolve("one"));
            assertThatThrownBy(() -> vault.epochs().rotate(progress -> {}))
                    .hasFieldOrPropertyWithValue("code", "vault.kek-copy-out-of-reach");
            assertThat(folder.resolve("one")).isEmptyDirectory();
            assertThat(in("data-keys")).containsExactly("epoch-1.kek");
        }
    }
}
