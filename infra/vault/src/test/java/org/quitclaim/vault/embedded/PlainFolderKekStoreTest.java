package org.quitclaim.vault.embedded;

import org.quitclaim.vault.storage.KekProtection;

class PlainFolderKekStoreTest extends FolderKekStoreContract {
    @Override
    protected KekProtection protection() {
        return KekProtection.NONE;
    }
}
