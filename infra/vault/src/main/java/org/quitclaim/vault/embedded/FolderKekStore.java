package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.InstallationId;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.KekCopyOutOfReach;
import org.quitclaim.vault.VaultException.KekWrong;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekStore;
import org.quitclaim.vault.storage.StorageStep;

/**
 * Key-encryption keys as files in a folder outside the data folder, readable by their owner only.
 *
 * <p><b>Shape:</b> {@code <installation>-epoch-<number>.kek}, a Tink keyset in binary form.
 */
final class FolderKekStore implements KekStore {
    private final Path folder;
    private final StorageStep step;

    FolderKekStore(Path folder, StorageStep step) {
        this.folder = folder;
        this.step = step;
    }

    @Override
    public Optional<Kek> find(InstallationId installation, Epoch epoch) throws KekWrong, StorageFailure {
        try {
            return Optional.of(Kek.parse(Files.readAllBytes(folder.resolve(name(installation, epoch)))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageFailure("read the key-encryption key", e);
        } catch (GeneralSecurityException e) {
            throw new KekWrong();
        }
    }

    @Override
    public void add(InstallationId installation, Epoch epoch, Kek kek) throws StorageFailure {
        try {
            byte[] keyset = kek.keysetBytes();
            AtomicFile.write(folder, name(installation, epoch), Instant.now(), out -> out.write(keyset), step);
        } catch (IOException | GeneralSecurityException e) {
            throw new StorageFailure("write the key-encryption key", e);
        }
    }

    @Override
    public Optional<Instant> destroy(InstallationId installation, Epoch epoch) throws VaultException {
        requireReachable();
        try {
            String name = name(installation, epoch);
            DestroyedFile.destroy(folder, name, step);
            DestroyedFile.destroy(folder, name + AtomicFile.UNFINISHED, step);
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageFailure("destroy a key-encryption key", e);
        }
    }

    void requireReachable() throws KekCopyOutOfReach {
        if (!Files.isDirectory(folder)) {
            throw new KekCopyOutOfReach(folder.toString());
        }
    }

    static String name(InstallationId installation, Epoch epoch) {
        return installation.value() + "-epoch-" + epoch.number() + ".kek";
    }
}
