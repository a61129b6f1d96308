package org.quitclaim.vault.embedded;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultContract;
import org.quitclaim.vault.VaultException;

class EmbeddedVaultTest extends VaultContract {
    @TempDir
    Path folder;

    @Override
    protected Vault open() throws VaultException {
        return EmbeddedVault.open(VaultFolders.of(folder.resolve("data")), clock);
    }
}
