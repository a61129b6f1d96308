package org.quitclaim.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.embedded.VaultFolders;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the protecting key lies, and how long what it protected may still be found.
 *
 * @param kek the folder with the key-encryption key; beside the data folder when not given
 * @param kekCopies folders with further copies of it
 * @param backupTarget where the ledger of erasures and the backup of the wrapped keys are kept; beside the data folder
 *     when not given, better on another disk
 * @param rotateAtMostEvery how long an epoch lasts at least before the schedule retires it
 * @param backupHorizonDays after how many days no image of the whole machine is left, as the organisation declares
 */
@ConfigurationProperties("quitclaim.vault")
public record StandaloneSettings(
        @Nullable Path kek,
        @DefaultValue List<Path> kekCopies,
        @Nullable Path backupTarget,
        @DefaultValue("1d") Duration rotateAtMostEvery,
        @DefaultValue("30") int backupHorizonDays) {

    /** The folders of the vault over this data folder. */
    VaultFolders folders(Path data) {
        VaultFolders beside = VaultFolders.of(data);
        return new VaultFolders(
                beside.data(),
                kek == null ? beside.keys() : kek,
                kekCopies,
                backupTarget == null ? beside.backups() : backupTarget);
    }
}
