package org.quitclaim.vault.memory;

import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultContract;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.seal.TinkVault;
import org.quitclaim.vault.storage.Stores;

class InMemoryVaultTest extends VaultContract {
    private final Stores stores = InMemoryVault.stores(clock);

    @Override
    protected Vault open() throws VaultException {
        return TinkVault.over(stores, clock);
    }
}
