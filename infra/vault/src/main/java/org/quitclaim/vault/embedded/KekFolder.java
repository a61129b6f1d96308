package org.quitclaim.vault.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.InstallationId;

/** Whether key-encryption keys lie where a vault would look for them, without reading any. */
public final class KekFolder {
    private KekFolder() {}

    public static boolean anyHas(VaultFolders folders, InstallationId installation, Epoch epoch) {
        return folders.everyKeyFolder().stream().anyMatch(folder -> has(folder, installation, epoch));
    }

    private static boolean has(Path folder, InstallationId installation, Epoch epoch) {
        return Files.exists(folder.resolve(FolderKekStore.name(installation, epoch)));
    }
}
