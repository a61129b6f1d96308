package org.quitclaim.vault.storage;

import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.VaultException.BackupTargetAway;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.VaultException.StorageFailure;

/**
 * Where the lines of the ledger are kept apart from everything that a restore brings back. Knows nothing of what a line
 * says.
 *
 * <p><b>Guarantees:</b> lines are durable on return, all of a call or a beginning of them.
 */
public interface LedgerLines {
    /**
     * Looks whether this is where the lines were written last.
     *
     * @throws BackupTargetAway if it is another place, or one that cannot be told from another
     */
    default void requireLast(InstallationId installation) throws BackupTargetAway, StorageFailure {}

    /** Whether the place of the ledger serves another copy of the installation now. */
    default Optional<PlaceOfAnother> another(InstallationId installation) throws StorageFailure {
        return Optional.empty();
    }

    /** All complete lines, the earliest first; none if nothing was ever written, or what is there opens no more. */
    List<String> read(InstallationId installation) throws StorageFailure;

    /** The last of them, found without reading the others. */
    Optional<String> last(InstallationId installation) throws StorageFailure;

    /**
     * Adds lines behind those that are there.
     *
     * @throws PlaceOfAnother if the ledger is kept by another copy of this installation
     * @throws BackupTargetAway as {@link #requireLast}
     */
    void append(InstallationId installation, List<String> lines)
            throws StorageFailure, PlaceOfAnother, BackupTargetAway;

    /** Puts these lines in the place of all that are there, in one step. */
    void replace(InstallationId installation, List<String> lines)
            throws StorageFailure, PlaceOfAnother, BackupTargetAway;

    /** What was left beside the lines about when they were seen whole. */
    Optional<String> seen(InstallationId installation) throws StorageFailure;

    void leaveSeen(InstallationId installation, String text) throws StorageFailure, PlaceOfAnother, BackupTargetAway;
}
