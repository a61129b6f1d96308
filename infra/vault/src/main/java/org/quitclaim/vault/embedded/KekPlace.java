package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.StorageStep;

/**
 * One folder outside the data folder where key-encryption keys lie as files, readable by their owner only.
 *
 * <p><b>Shape:</b> {@code <installation>-epoch-<number>.kek}; and the {@link PlaceSign}, by which the folder is known
 * again: a mount point without its medium has none.
 */
record KekPlace(Path folder, StorageStep step) {

    Optional<byte[]> read(InstallationId installation, Epoch epoch) throws StorageFailure {
        try {
            return Optional.of(SecretFile.read(folder.resolve(name(installation, epoch))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageFailure("read the key-encryption key", e);
        }
    }

    void write(InstallationId installation, Epoch epoch, byte[] stored) throws StorageFailure {
        try {
            AtomicFile.writeSecret(folder, name(installation, epoch), stored, step);
        } catch (IOException | GeneralSecurityException e) {
            throw new StorageFailure("write the key-encryption key", e);
        }
    }

    void destroy(InstallationId installation, Epoch epoch) throws StorageFailure {
        try {
            String name = name(installation, epoch);
            DestroyedFile.destroy(folder, name, step);
            DestroyedFile.destroy(folder, name + AtomicFile.UNFINISHED, step);
        } catch (IOException e) {
            throw new StorageFailure("destroy a key-encryption key", e);
        }
    }

    void unmark(InstallationId installation) throws StorageFailure {
        try {
            step.before("remove sign");
            Files.deleteIfExists(PlaceSign.in(folder, installation));
            OwnerOnly.syncFolder(folder);
            step.after("remove sign");
        } catch (IOException e) {
            throw new StorageFailure("clear a folder for key-encryption keys", e);
        }
    }

    void requireReachable(InstallationId installation) throws VaultException {
        if (!Places.hasSign(folder, installation)) {
            throw VaultException.kekCopyOutOfReach(folder.toString(), PlaceSign.name(installation));
        }
    }

    static String name(InstallationId installation, Epoch epoch) {
        return installation.value() + "-epoch-" + epoch.number() + ".kek";
    }
}
