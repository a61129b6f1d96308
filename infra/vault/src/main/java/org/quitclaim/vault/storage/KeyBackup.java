package org.quitclaim.vault.storage;

import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.BackupTargetAway;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.VaultException.StorageFailure;

/** Keeps a copy of all wrapped keys elsewhere, so that the living are not lost with the disk when an epoch retires. */
@FunctionalInterface
public interface KeyBackup {
    /** Keeps none: for stores that end with the process. */
    KeyBackup NONE = (installation, epoch) -> {};

    /**
     * Writes the copy durably and reads it back; copies of earlier epochs may go then.
     *
     * @throws VaultException (vault.key-backup-unconfirmed) if it cannot be told that the copy is whole and every living
     *     key in it is wrapped in this epoch
     * @throws PlaceOfAnother as {@link #requireOwn}
     * @throws BackupTargetAway as {@link #requireOwn}
     */
    void keep(InstallationId installation, Epoch epoch) throws VaultException;

    /**
     * Looks whether this is where this copy of the installation keeps its keys.
     *
     * @throws PlaceOfAnother if another copy, whose backup {@link #keep} would remove, does
     * @throws BackupTargetAway if it is not where they were kept last: what brings them back would not be found there
     */
    default void requireOwn(InstallationId installation) throws PlaceOfAnother, BackupTargetAway {}

    /** An epoch was retired: whatever copies were kept in other places before open nothing any more. */
    default void othersAreUseless() throws StorageFailure {}
}
