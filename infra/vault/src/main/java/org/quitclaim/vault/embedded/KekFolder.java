package org.quitclaim.vault.embedded;

import java.nio.file.Files;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;

/** Whether key-encryption keys lie where a vault would look for them, without reading any. */
public final class KekFolder {
    private KekFolder() {}

    public static boolean anyHas(VaultFolders folders, KekKeeping keeping, InstallationId installation, Epoch epoch) {
        String name = switch (keeping) {
            case KekKeeping.InFolders ours -> KekPlace.name(installation, epoch);
            case KekKeeping.Mounted platforms -> MountedKeks.name(epoch);
        };
        return folders.everyKeyFolder().stream().anyMatch(folder -> Files.exists(folder.resolve(name)));
    }
}
