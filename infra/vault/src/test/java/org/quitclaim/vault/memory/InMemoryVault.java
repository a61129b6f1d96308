package org.quitclaim.vault.memory;

import java.time.InstantSource;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.seal.TinkVault;
import org.quitclaim.vault.storage.KeyBackup;
import org.quitclaim.vault.storage.Stores;

/** A vault that ends with the process: real cryptography over stores on the heap. For tests of other modules. */
public final class InMemoryVault {
    private InMemoryVault() {}

    public static Vault create(InstantSource clock) throws VaultException {
        return TinkVault.over(stores(clock), clock);
    }

    /** Empty stores, for a test that opens a vault over them several times. */
    public static Stores stores(InstantSource clock) {
        return new Stores(
                new MemoryKeyStore(),
                new MemoryRecordStore(),
                new MemoryFileStore(clock),
                new MemoryKekStore(),
                KeyBackup.NONE,
                new MemoryLedgerLines());
    }
}
