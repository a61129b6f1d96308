package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.VaultException.BackupTargetAway;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.sqlite.SqliteKeyStore;
import org.quitclaim.vault.storage.StoredEpoch;

/**
 * Whether the folder given as backup target is the one that this copy of the installation used last.
 *
 * <p><b>Guarantees:</b> a mount point without its medium, a folder that was given by mistake, and a medium of before are
 * not taken for a new target: nothing is written there until somebody says that it is one. The same target at another path is
 * known by its ledger.
 *
 * <p><b>Not covered:</b> a copy of the target itself that is as new as it.
 */
final class KnownTarget {
    private final SqliteKeyStore register;
    private final Places places;
    private final Path folder;

    KnownTarget(SqliteKeyStore register, Places places, Path folder) {
        this.register = register;
        this.places = places;
        this.folder = folder;
    }

    void requireLast(InstallationId installation) throws BackupTargetAway, StorageFailure {
        Optional<BackupTargetAway> away = away(installation);
        if (away.isPresent()) {
            throw away.get();
        }
    }

    /** A restored copy has used none yet: it knows its target by the sign that the original left there. */
    void requireSign(InstallationId installation) throws BackupTargetAway, StorageFailure {
        requireLast(installation);
        if (!Places.hasSign(folder, installation)) {
            throw new BackupTargetAway(
                    folder.toString(), "which one is not known here", "it has no " + PlaceSign.name(installation));
        }
    }

    /** Why it is not the one; empty where it is, and where none was used yet. */
    Optional<BackupTargetAway> away(InstallationId installation) throws StorageFailure {
        Optional<String> last = register.backupTarget();
        return last.isEmpty()
                ? Optional.empty()
                : differs(installation, last.get())
                        .map(why -> new BackupTargetAway(folder.toString(), last.get(), why));
    }

    private Optional<String> differs(InstallationId installation, String last) throws StorageFailure {
        if (!Places.hasSign(folder, installation)) {
            return Optional.of("its sign, " + PlaceSign.name(installation) + ", is not there");
        }
        Optional<String> ledger = LedgerFile.id(folder, installation);
        if (ledger.isEmpty() && !last.equals(folder.toString())) {
            return Optional.of("it has no ledger");
        }
        String known = register.ledger().ledger();
        if (!known.isEmpty() && ledger.filter(id -> !id.equals(known)).isPresent()) {
            return Optional.of("its ledger is another one");
        }
        return isOfRetiredEpoch(installation)
                ? Optional.of("its ledger is of a day before the last rotation")
                : Optional.empty();
    }

    /** Every rotation seals the ledger anew: one that still is of a retired epoch was away meanwhile. */
    boolean isOfRetiredEpoch(InstallationId installation) throws StorageFailure {
        Set<Integer> retired = register.epochs().stream()
                .filter(StoredEpoch.Retired.class::isInstance)
                .map(each -> each.epoch().number())
                .collect(Collectors.toSet());
        return !retired.isEmpty()
                && LedgerFile.epochOfLast(folder, installation)
                        .filter(retired::contains)
                        .isPresent();
    }

    /** Once it was looked at, and its sign is ours. */
    void use() throws StorageFailure {
        if (!register.backupTarget().equals(Optional.of(folder.toString()))) {
            register.useBackupTarget(folder.toString());
        }
    }

    /** Somebody said that it is a new one. A ledger that lies there is moved aside: its lines may open no more. */
    void replace(InstallationId installation) throws PlaceOfAnother, StorageFailure {
        if (away(installation).isEmpty()) {
            return;
        }
        try {
            OwnerOnly.folder(folder);
            Optional<PlaceSign> other = places.another(folder, installation);
            if (other.isPresent()) {
                throw Places.refusal(folder, other.get());
            }
            Path ledger = LedgerFile.in(folder, installation);
            if (Files.exists(ledger)) {
                Files.move(
                        ledger,
                        ledger.resolveSibling(ledger.getFileName() + "-before-"
                                + Instant.now().toEpochMilli()));
            }
            places.take(folder, installation);
            register.replaceBackupTarget(folder.toString());
        } catch (IOException e) {
            throw new StorageFailure("make a folder the backup target", e);
        }
    }
}
