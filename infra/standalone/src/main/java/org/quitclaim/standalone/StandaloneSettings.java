package org.quitclaim.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.quitclaim.eventstore.RefusedStart;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.embedded.KekKeeping;
import org.quitclaim.vault.embedded.VaultFolders;
import org.quitclaim.vault.storage.KekProtections;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the protecting key lies, and how long what it protected may still be found.
 *
 * @param kek the folder with the key-encryption key; beside the data folder when not given
 * @param kekCopies folders with further copies of it
 * @param kekProtection {@code file}: the folder is all; {@code mounted}: the platform makes and destroys the keys in the
 *     folder; or the name of a key service on the class path, such as {@code kms}
 * @param kms what the key service has to know
 * @param backupTarget where the ledger and the backup of the wrapped keys are kept; beside the data folder
 *     when not given, better on another disk
 * @param newBackupTarget whether the backup target takes the place of the one used last, for good; said once, by an option
 * @param rotateAtMostEvery how long an epoch lasts at least before the schedule retires it
 */
@ConfigurationProperties("quitclaim.vault")
record StandaloneSettings(
        @Nullable Path kek,
        @DefaultValue List<Path> kekCopies,
        @DefaultValue("file") String kekProtection,
        @DefaultValue Map<String, String> kms,
        @Nullable Path backupTarget,
        @DefaultValue("false") boolean newBackupTarget,
        @DefaultValue("1d") Duration rotateAtMostEvery) {

    /** The folders of the vault over this data folder. */
    VaultFolders folders(Path data) {
        VaultFolders beside = VaultFolders.of(data);
        return new VaultFolders(
                beside.data(),
                kek == null ? beside.keys() : kek,
                kekCopies,
                backupTarget == null ? beside.backups() : backupTarget);
    }

    /**
     * Who keeps the key-encryption keys.
     *
     * @throws RefusedStart if nobody here is called that
     * @throws VaultException.KeyServiceFailed if keys must not be where the settings say
     */
    KekKeeping keeping() throws VaultException {
        return switch (kekProtection) {
            case "file" -> KekKeeping.PLAIN;
            case "mounted" -> mounted();
            default -> new KekKeeping.InFolders(service().open(kms));
        };
    }

    private KekKeeping mounted() {
        if (!kekCopies.isEmpty()) {
            throw new RefusedStart(
                    "start.kek-copies-mounted",
                    "The platform keeps the key-encryption keys, so their copies are its business. Leave out"
                            + " quitclaim.vault.kek-copies.");
        }
        return new KekKeeping.Mounted();
    }

    private KekProtections service() {
        return ServiceLoader.load(KekProtections.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals(kekProtection))
                .findFirst()
                .orElseThrow(() -> new RefusedStart(
                        "start.kek-protection-unknown",
                        "Nothing here protects keys by the name given in quitclaim.vault.kek-protection. Say file,"
                                + " mounted or kms; for kms start with QUITCLAIM_VAULT_KEKPROTECTION=kms in the"
                                + " environment."));
    }
}
