package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.BackupTargetAway;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.sqlite.SqliteKeyStore;
import org.quitclaim.vault.storage.KeyBackup;
import org.quitclaim.vault.storage.StorageStep;

/** A copy of {@code keys.db} in the folder of the backup target, one per epoch; an earlier one opens nothing any more. */
final class FolderKeyBackup implements KeyBackup {
    private static final String SUFFIX = ".db";

    private final SqliteKeyStore keys;
    private final Places places;
    private final KnownTarget known;
    private final Path folder;
    private final StorageStep step;

    FolderKeyBackup(SqliteKeyStore keys, Places places, Path folder, StorageStep step) {
        this.keys = keys;
        this.places = places;
        this.known = new KnownTarget(keys, places, folder);
        this.folder = folder;
        this.step = step;
    }

    static Path in(Path folder, InstallationId installation, Epoch epoch) {
        return folder.resolve(prefix(installation) + epoch.number() + SUFFIX);
    }

    static boolean isOne(Path file, InstallationId installation) {
        String name = file.getFileName().toString();
        return name.startsWith(prefix(installation)) && name.endsWith(SUFFIX);
    }

    static Epoch epoch(Path file, InstallationId installation) {
        String name = file.getFileName().toString();
        return new Epoch(
                Integer.parseInt(name.substring(prefix(installation).length(), name.length() - SUFFIX.length())));
    }

    private static String prefix(InstallationId installation) {
        return installation.value() + "-keys-epoch-";
    }

    @Override
    public void requireOwn(InstallationId installation) throws PlaceOfAnother, BackupTargetAway {
        try {
            Optional<PlaceSign> other = places.another(folder, installation);
            if (other.isPresent()) {
                throw Places.refusal(folder, other.get());
            }
            known.requireLast(installation);
        } catch (StorageFailure e) {
            // a target that cannot be read cannot be written either: keep says so, and then nothing is lost
        }
    }

    @Override
    public void keep(InstallationId installation, Epoch epoch) throws VaultException {
        Path copy = in(folder, installation, epoch);
        Path unfinished = copy.resolveSibling(copy.getFileName() + AtomicFile.UNFINISHED);
        try {
            known.requireLast(installation);
            OwnerOnly.folder(folder);
            places.requireOwn(folder, installation);
            known.use();
            Files.deleteIfExists(unfinished);
            keys.copyTo(unfinished);
            OwnerOnly.file(unfinished);
            sync(unfinished);
            if (!SqliteKeyStore.isWholeCopy(unfinished, installation, epoch)) {
                throw VaultException.keyBackupUnconfirmed();
            }
            step.before("rename key backup");
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            OwnerOnly.syncFolder(folder);
            step.after("rename key backup");
            removeOthers(installation, copy);
        } catch (IOException | StorageFailure e) {
            throw VaultException.keyBackupUnconfirmed(e);
        }
    }

    @Override
    public void othersAreUseless() throws StorageFailure {
        keys.forgetFormerBackupTargets();
    }

    private void removeOthers(InstallationId installation, Path kept) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> others = files.filter(file ->
                            file.getFileName().toString().startsWith(prefix(installation)) && !file.equals(kept))
                    .toList();
            for (Path each : others) {
                Files.delete(each);
            }
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
