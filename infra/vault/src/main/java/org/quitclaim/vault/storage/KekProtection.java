package org.quitclaim.vault.storage;

import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.VaultException;

/**
 * What lies over a key-encryption key where it is stored: nothing, or a key of its own at a key service, one per epoch.
 *
 * <p><b>Errors:</b> {@link VaultException.KeyServiceFailed} when the service does not do what it is asked, and {@link
 * VaultException.KekWrong} when the stored bytes are not what was protected.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public interface KekProtection {
    /** Stored as it is: whoever reads the file has the key. */
    KekProtection NONE = new KekProtection() {
        @Override
        public byte[] protect(InstallationId installation, Epoch epoch, byte[] keyset) {
            return keyset;
        }

        @Override
        public byte[] reveal(InstallationId installation, Epoch epoch, byte[] stored) {
            return stored;
        }

        @Override
        public Optional<Instant> destroy(InstallationId installation, Epoch epoch, Optional<byte[]> stored) {
            return Optional.empty();
        }
    };

    /** What is to be stored; makes the protecting key of the epoch if there is none yet. */
    byte[] protect(InstallationId installation, Epoch epoch, byte[] keyset) throws VaultException;

    /** What was protected. */
    byte[] reveal(InstallationId installation, Epoch epoch, byte[] stored) throws VaultException;

    /**
     * Destroys the protecting key of an epoch, so that every stored copy is useless, wherever it lies. May be repeated.
     *
     * @param stored a copy, if one is left: it proves that the key about to go is the one that protects it
     * @return until when the service still holds the key; empty when there is none to wait for
     */
    Optional<Instant> destroy(InstallationId installation, Epoch epoch, Optional<byte[]> stored) throws VaultException;
}
