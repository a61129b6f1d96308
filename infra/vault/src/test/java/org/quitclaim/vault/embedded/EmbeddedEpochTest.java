package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.vault.VaultSamples.OFFICER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.EpochContract;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

class EmbeddedEpochTest extends EpochContract {
    @TempDir
    Path folder;

    private VaultFolders folders() {
        return VaultFolders.of(folder.resolve("data"));
    }

    @Override
    protected Vault open() throws VaultException {
        return EmbeddedVault.open(folders(), clock);
    }

    private List<String> keks() throws IOException {
        try (Stream<Path> files = KeyFiles.in(folders().keys())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    @Requirement("R62")
    void theFileOfTheOldKeyIsGoneAndNothingItWrappedIsLeftInKeysDb() throws VaultException, IOException {
        for (int i = 0; i < 50; i++) {
            newKey();
        }
        vault.clearanceSigner().publicJwks();
        Path kek = folders().keys().resolve(keks().getFirst());
        byte[] mark = Arrays.copyOf(MarkOf.kek(kek), 5);
        assertThat(MarkOf.countIn(folders().data(), mark)).isGreaterThan(50);
        rotate();
        assertThat(keks()).hasSize(1).first().asString().endsWith("-epoch-2.kek");
        assertThat(MarkOf.countIn(folders().data(), mark)).isZero();
    }

    @Test
    @Requirement("R63")
    void anOldCopyOfKeysAndRecordsOpensOnlyWithTheKeyOfItsDay() throws VaultException, IOException {
        RecordId id = sealed(newKey(), "Ada");
        vault.close();
        Path copy = folder.resolve("copy");
        FolderImage.copy(folder.resolve("data"), copy);
        vault = open();
        rotate();
        try (Vault withItsKek = EmbeddedVault.open(VaultFolders.of(copy), clock)) {
            assertThat(withItsKek.open(id, OFFICER).text()).isEqualTo("Ada");
        }
        VaultFolders withTodaysKek = new VaultFolders(copy, folders().keys());
        assertThatThrownBy(() -> EmbeddedVault.open(withTodaysKek, clock))
                .isInstanceOf(VaultException.KekMissing.class);
    }

    @Test
    @Requirement("R62")
    void theWrongKeyOfTheNewEpochIsRefused() throws VaultException, IOException {
        newKey();
        rotate();
        vault.close();
        Path kek = folders().keys().resolve(keks().getFirst());
        byte[] right = Files.readAllBytes(kek);
        List<Path> others = new ArrayList<>();
        VaultFolders other = VaultFolders.of(folder.resolve("other"));
        EmbeddedVault.open(other, clock).close();
        try (Stream<Path> files = KeyFiles.in(other.keys())) {
            files.forEach(others::add);
        }
        Files.write(kek, Files.readAllBytes(others.getFirst()));
        assertThatThrownBy(this::open).isInstanceOf(VaultException.KekWrong.class);
        Files.write(kek, right);
        vault = open();
    }

    /** By a second name of the same file: what the first one says when it is gone shows nothing. */
    @Test
    @Requirement("R62")
    void theOldKeyIsOverwrittenWhereItLiesBeforeItsFileGoes() throws VaultException, IOException {
        newKey();
        Path kek = folders().keys().resolve(keks().getFirst());
        Path sameFile = Files.createLink(folder.resolve("same-file"), kek);
        byte[] before = Files.readAllBytes(sameFile);
        rotate();
        assertThat(kek).doesNotExist();
        assertThat(before).isNotEqualTo(new byte[before.length]);
        assertThat(sameFile).hasBinaryContent(new byte[before.length]);
    }

    /** An earlier copy of the wrapped keys opens nothing any more, and a key half written is a key. */
    @Test
    @Requirement("R62")
    void nothingOfAnEpochBeforeIsLeftAtTheBackupTargetOrInTheFolderOfKeys() throws VaultException, IOException {
        newKey();
        rotate();
        String unfinished = keks().getFirst() + AtomicFile.UNFINISHED;
        Path half = Files.write(folders().keys().resolve(unfinished), new byte[] {1, 2, 3});
        rotate();
        assertThat(half).doesNotExist();
        assertThat(keks()).hasSize(1).first().asString().endsWith("-epoch-3.kek");
        try (Stream<Path> files = Files.list(folders().backups())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains("-keys-epoch-")))
                    .singleElement()
                    .asString()
                    .endsWith("-keys-epoch-3.db");
        }
    }

    @Test
    @Requirement("R64")
    void onlyTheOwnerReadsWhatIsAtTheBackupTarget() throws VaultException, IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "the file system knows no owners");
        vault.shred(newKey());
        rotate();
        try (Stream<Path> files = Files.list(folders().backups())) {
            List<Path> secret =
                    files.filter(file -> !file.toString().endsWith(".place")).toList();
            assertThat(secret)
                    .as("the ledger, when it was seen whole, the keys")
                    .hasSize(3);
            for (Path each : secret) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .as(each.getFileName().toString())
                        .isEqualTo("rw-------");
            }
        }
    }
}
