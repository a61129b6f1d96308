package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.KekWrong;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekStore;

/**
 * Key-encryption keys that the platform makes, mounts and destroys: a Kubernetes secret, a systemd credential. Only read.
 *
 * <p><b>Guarantees:</b> an epoch counts as destroyed only when its file is gone while that of the next one is there, so
 * that a folder which is not mounted at all is taken for nothing. What copies the platform keeps cannot be seen from here.
 *
 * <p><b>Shape:</b> {@code epoch-<number>.kek}, 32 random bytes.
 */
final class MountedKeks implements KekStore {
    private final Path folder;

    MountedKeks(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Kek> find(InstallationId installation, Epoch epoch) throws VaultException {
        Optional<byte[]> bytes = read(epoch);
        try {
            return bytes.isEmpty() ? Optional.empty() : Optional.of(Kek.of(bytes.get()));
        } catch (GeneralSecurityException e) {
            throw new KekWrong();
        } finally {
            bytes.ifPresent(SecretFile::wipe);
        }
    }

    /** Takes nothing: the key has to be there, and to be another one than that of the epoch before. */
    @Override
    public void add(InstallationId installation, Epoch epoch, Kek kek) throws VaultException {
        byte[] mounted = read(epoch)
                .orElseThrow(() -> VaultException.kekNotMounted(file(epoch).toString()));
        Optional<byte[]> before = epoch.equals(Epoch.FIRST) ? Optional.empty() : read(new Epoch(epoch.number() - 1));
        boolean same = before.isPresent() && MessageDigest.isEqual(mounted, before.get());
        SecretFile.wipe(mounted);
        before.ifPresent(SecretFile::wipe);
        if (same) {
            throw new KekWrong();
        }
    }

    @Override
    public Optional<Instant> destroy(InstallationId installation, Epoch epoch) throws VaultException {
        if (Files.exists(file(epoch))) {
            throw VaultException.kekStillMounted(file(epoch).toString());
        }
        if (!Files.exists(file(epoch.next()))) {
            throw VaultException.kekCopyOutOfReach(
                    folder.toString(), file(epoch.next()).getFileName().toString());
        }
        return Optional.empty();
    }

    @Override
    public boolean isKeptElsewhere() {
        return true;
    }

    private Optional<byte[]> read(Epoch epoch) throws StorageFailure {
        try {
            return Optional.of(SecretFile.read(file(epoch)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageFailure("read the key-encryption key", e);
        }
    }

    private Path file(Epoch epoch) {
        return folder.resolve(name(epoch));
    }

    static String name(Epoch epoch) {
        return "epoch-" + epoch.number() + ".kek";
    }
}
