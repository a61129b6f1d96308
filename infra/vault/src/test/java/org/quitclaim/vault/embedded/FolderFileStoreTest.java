package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.StorageStep;

class FolderFileStoreTest {
    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();

    private FolderFileStore open() throws StorageFailure {
        return FolderFileStore.open(folder.resolve("sealed"), clock, StorageStep.UNOBSERVED);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    @Requirement("R58")
    void aFileNameIsNothingButTheRecordId() throws StorageFailure, GeneralSecurityException, IOException {
        RecordId id = IdMint.recordId();
        open().write(id, out -> out.write(7));
        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactly(id.value());
    }

    @Test
    void whatCouldNotBeWrittenToTheEndLeavesNothing() throws StorageFailure, IOException {
        FolderFileStore store = open();
        RecordId id = IdMint.recordId();
        assertThatThrownBy(() -> store.write(id, out -> {
                    out.write(new byte[1000]);
                    throw new IOException("the upload broke off");
                }))
                .isInstanceOf(StorageFailure.class);
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> store.read(id)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void onlyFilesUpToTheLimitAreListedByTheVaultsOwnClock() throws StorageFailure, GeneralSecurityException {
        FolderFileStore store = open();
        RecordId old = IdMint.recordId();
        RecordId young = IdMint.recordId();
        store.write(old, out -> out.write(1));
        clock.advance(Duration.ofHours(1));
        store.write(young, out -> out.write(2));
        assertThat(store.writtenUpTo(clock.instant().minusSeconds(1))).containsExactly(old);
        assertThat(store.writtenUpTo(clock.instant())).containsExactlyInAnyOrder(old, young);
    }

    @Test
    void whatACrashLeftHalfWrittenIsRemovedOnOpening() throws StorageFailure, GeneralSecurityException, IOException {
        RecordId id = IdMint.recordId();
        open().write(id, out -> out.write(1));
        Path file = files().getFirst();
        Files.write(file.resolveSibling(IdMint.recordId().value() + AtomicFile.UNFINISHED), new byte[5]);
        assertThat(open().writtenUpTo(clock.instant())).containsExactly(id);
        assertThat(files()).containsExactly(file);
    }
}
