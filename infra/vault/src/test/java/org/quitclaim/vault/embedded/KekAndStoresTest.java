package org.quitclaim.vault.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
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
import org.quitclaim.vault.VaultSamples;

class KekAndStoresTest {
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final RecordId id = IdMint.recordId();
    private VaultFolders folders = new VaultFolders(Path.of("data"), Path.of("keys"));

    @BeforeEach
    void sealOneRecord() throws VaultException {
        folders = VaultFolders.of(folder.resolve("data"));
        try (Vault vault = EmbeddedVault.open(folders, clock)) {
            KeyRef key = KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY);
            vault.create(key);
            vault.seal(new SealRequest(key, VaultSamples.NAME, id, Plaintext.of("Ada")));
        }
    }

    private Path kek() throws IOException {
        return list(folders.keys()).getFirst();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = KeyFiles.in(folder)) {
            return files.toList();
        }
    }

    @Test
    void theKeyFolderIsASiblingAndOnlyItsOwnerReadsIt() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "the file system knows no owners");
        assertThat(folders.keys()).isEqualTo(folder.resolve("data-keys"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.keys())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kek())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.data())))
                .isEqualTo("rwx------");
    }

    @Test
    void foldersThatOverlapAreRefusedAlsoByALinkAndNothingIsWritten() throws IOException {
        Path data = folder.resolve("apart");
        Path keys = folder.resolve("apart-keys");
        Path target = folder.resolve("apart-backup");
        Files.createDirectory(data);
        Path link = Files.createSymbolicLink(folder.resolve("link"), data);
        for (VaultFolders wrong : List.of(
                new VaultFolders(data, data.resolve("keys")),
                new VaultFolders(data, link.resolve("keys")),
                new VaultFolders(data.resolve("inside"), data),
                new VaultFolders(data, keys, List.of(keys), target),
                new VaultFolders(data, keys, List.of(link), target),
                new VaultFolders(data, keys, List.of(), keys),
                new VaultFolders(data, keys, List.of(), keys.resolve("target")),
                new VaultFolders(data, keys, List.of(), link.resolve("target")))) {
            assertThatThrownBy(() -> EmbeddedVault.open(wrong, clock))
                    .hasFieldOrPropertyWithValue("code", "vault.folders-overlap")
                    .hasMessageContaining("--kek");
        }
        assertThat(data).isEmptyDirectory();
        assertThat(keys).doesNotExist();
        assertThat(target).doesNotExist();
    }

    @Test
    void aMissingKekIsNamedAndNothingIsCreated() throws IOException {
        Files.delete(kek());
        assertThatThrownBy(() -> EmbeddedVault.open(folders, clock)).isInstanceOf(VaultException.KekMissing.class);
        assertThat(list(folders.keys())).isEmpty();
    }

    @Test
    void aDamagedKekIsRefused() throws IOException {
        Files.write(kek(), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> EmbeddedVault.open(folders, clock)).isInstanceOf(VaultException.KekWrong.class);
    }

    @Test
    void theKekOfAnotherInstallationIsRefused() throws IOException, VaultException {
        VaultFolders others = VaultFolders.of(folder.resolve("other"));
        EmbeddedVault.open(others, clock).close();
        Files.write(kek(), Files.readAllBytes(list(others.keys()).getFirst()));
        assertThatThrownBy(() -> EmbeddedVault.open(folders, clock)).isInstanceOf(VaultException.KekWrong.class);
    }

    @Test
    void recordsWithoutTheirKeyStoreAreNotAdopted() throws IOException {
        Files.delete(folders.data().resolve("keys.db"));
        assertThatThrownBy(() -> EmbeddedVault.open(folders, clock))
                .hasFieldOrPropertyWithValue("code", "vault.stores-mismatched");
    }

    @Test
    void keysWithoutTheirRecordStoreAreNotGivenAnEmptyOne() throws IOException {
        Files.delete(folders.data().resolve("records.db"));
        assertThatThrownBy(() -> EmbeddedVault.open(folders, clock))
                .hasFieldOrPropertyWithValue("code", "vault.stores-mismatched");
    }

    @Test
    void recordsOfAnotherInstallationAreNotAdopted() throws IOException, VaultException {
        VaultFolders others = VaultFolders.of(folder.resolve("other"));
        EmbeddedVault.open(others, clock).close();
        Files.copy(
                others.data().resolve("records.db"),
                folders.data().resolve("records.db"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> EmbeddedVault.open(folders, clock))
                .hasFieldOrPropertyWithValue("code", "vault.stores-mismatched");
    }

    @Test
    void severalInstallationsShareAKeyFolderWithoutSharingAKey() throws VaultException, IOException {
        VaultFolders beside = new VaultFolders(folder.resolve("beside"), folders.keys());
        EmbeddedVault.open(beside, clock).close();
        assertThat(list(folders.keys())).hasSize(2);
        try (Vault vault = EmbeddedVault.open(folders, clock)) {
            assertThat(vault.open(id, VaultSamples.OFFICER).text()).isEqualTo("Ada");
        }
    }

    private byte[] keysDb() throws IOException {
        return Files.readAllBytes(folders.data().resolve("keys.db"));
    }

    @Test
    @Requirement({"R32", "R62"})
    void aDamagedKeyStoreIsRefusedWithWhatToDoAndNothingIsWritten() throws IOException {
        byte[] whole = keysDb();
        for (int at : List.of(0, 100, whole.length / 2 / PAGE * PAGE, whole.length - PAGE)) {
            byte[] damaged = whole.clone();
            Arrays.fill(damaged, at, at + 64, (byte) 0x5a);
            refusedUntouched(damaged);
        }
        refusedUntouched(Arrays.copyOf(whole, whole.length - PAGE));
        refusedUntouched(
                "not a database at all, but long enough to be one".repeat(20).getBytes(UTF_8));
        Files.write(folders.data().resolve("keys.db"), whole);
        assertThatCode(() -> EmbeddedVault.open(folders, clock).close()).doesNotThrowAnyException();
    }

    private void refusedUntouched(byte[] damaged) throws IOException {
        Files.write(folders.data().resolve("keys.db"), damaged);
        assertThatThrownBy(() -> EmbeddedVault.open(folders, clock))
                .isInstanceOf(VaultException.KeysDamaged.class)
                .hasMessageContaining("restore");
        assertThat(keysDb()).isEqualTo(damaged);
        assertThat(list(folders.keys())).hasSize(1);
    }
}
