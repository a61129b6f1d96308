package org.quitclaim.vault.memory;

import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KekStoreContract;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekStore;

class MemoryKekStoreTest extends KekStoreContract {
    private final MemoryKekStore store = new MemoryKekStore();

    @Override
    protected KekStore open() {
        return store;
    }

    @Override
    protected void make(Epoch epoch) throws Exception {
        keks.add(installation, epoch, Kek.random());
    }
}
