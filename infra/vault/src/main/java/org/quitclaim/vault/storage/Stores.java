package org.quitclaim.vault.storage;

import org.quitclaim.vault.VaultException.StorageFailure;

/** The four stores of one vault. */
public record Stores(KeyStore keys, RecordStore records, FileStore files, KekStore keks) implements AutoCloseable {
    @Override
    public void close() throws StorageFailure {
        try (keys;
                records) {
            // both are closed, in the reverse order, whatever the first one answers
        }
    }
}
