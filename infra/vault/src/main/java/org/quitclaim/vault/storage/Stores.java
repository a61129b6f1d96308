package org.quitclaim.vault.storage;

import org.quitclaim.vault.VaultException.StorageFailure;

/** What one vault stores its things in. */
public record Stores(
        KeyStore keys, RecordStore records, FileStore files, KekStore keks, KeyBackup keyBackup, LedgerLines ledger)
        implements AutoCloseable {
    @Override
    public void close() throws StorageFailure {
        try (keys;
                records) {
            // both are closed, in the reverse order, whatever the first one answers
        }
    }
}
