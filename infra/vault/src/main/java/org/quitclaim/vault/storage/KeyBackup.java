package org.quitclaim.vault.storage;

import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.InstallationId;
import org.quitclaim.vault.VaultException.KeyBackupUnconfirmed;
import org.quitclaim.vault.VaultException.PlaceOfAnother;

/** Keeps a copy of all wrapped keys elsewhere, so that the living are not lost with the disk when an epoch retires. */
@FunctionalInterface
public interface KeyBackup {
    /** Keeps none: for stores that end with the process. */
    KeyBackup NONE = (installation, epoch) -> {};

    /**
     * Writes the copy durably and reads it back; copies of earlier epochs may go then.
     *
     * @throws KeyBackupUnconfirmed if it cannot be told that the copy is whole and every living key in it is wrapped in
     *     this epoch
     * @throws PlaceOfAnother as {@link #requireOwn}
     */
    void keep(InstallationId installation, Epoch epoch) throws KeyBackupUnconfirmed, PlaceOfAnother;

    /**
     * Looks whether this is where this copy of the installation keeps its keys.
     *
     * @throws PlaceOfAnother if another copy, whose backup {@link #keep} would remove, does
     */
    default void requireOwn(InstallationId installation) throws PlaceOfAnother {}
}
