package org.quitclaim.vault.storage;

import java.util.List;
import java.util.Optional;
import org.quitclaim.vault.InstallationId;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.VaultException.StorageFailure;

/**
 * Where lines about destroyed keys are kept apart from everything that a restore brings back. Knows nothing of what a
 * line says.
 *
 * <p><b>Guarantees:</b> lines are durable on return, all of a call or a beginning of them; none is ever changed or removed.
 */
public interface LedgerLines {
    /** Keeps none: for stores that end with the process. */
    LedgerLines NONE = new LedgerLines() {
        @Override
        public List<String> read(InstallationId installation) {
            return List.of();
        }

        @Override
        public Optional<String> last(InstallationId installation) {
            return Optional.empty();
        }

        @Override
        public void append(InstallationId installation, List<String> lines) {
            // there is nowhere to keep them
        }
    };

    /** All complete lines, the earliest first; none if nothing was ever written. */
    List<String> read(InstallationId installation) throws StorageFailure;

    /** The last of them, found without reading the others. */
    Optional<String> last(InstallationId installation) throws StorageFailure;

    /**
     * Adds lines behind those that are there.
     *
     * @throws PlaceOfAnother if the ledger is kept by another copy of this installation
     */
    void append(InstallationId installation, List<String> lines) throws StorageFailure, PlaceOfAnother;
}
