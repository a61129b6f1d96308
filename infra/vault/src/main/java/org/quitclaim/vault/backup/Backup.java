package org.quitclaim.vault.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.embedded.SealedFolder;
import org.quitclaim.vault.embedded.UnfinishedMark;
import org.quitclaim.vault.embedded.VaultFolders;
import org.quitclaim.vault.sqlite.SqliteCopy;
import org.quitclaim.vault.storage.LedgerMark;

/**
 * Copies a data folder while a server works on it, without its key-encryption key.
 *
 * <p><b>Guarantees:</b> no event in it names a record that is not in it, unless that record was erased meanwhile. The order
 * sees to that: a record and its key are durable before the event that names them, so events are copied before them, then
 * records, then sealed files, and keys last. What was shredded in between has its tombstone in the keys and is deleted
 * when the backup is restored. Read models, work lists and processing positions are not in it: they are made from events.
 * Events that an event store apart keeps are not in it either, and {@link BackupManifest#holdsEvents} says so: the order
 * holds where that store was copied first. One that is not finished is removed again, or marked where that fails or the
 * process is killed: nothing is restored from it, and it may be begun anew in the same folder.
 *
 * <p><b>Thread-safety:</b> any number, from any process; each needs a folder of its own.
 */
public final class Backup {
    static final String EVENTS = "events.db";
    static final String RECORDS = "records.db";
    static final String KEYS = "keys.db";

    private final VaultFolders folders;
    private final InstantSource clock;
    private final long keepFree;
    private final Earlier earlier;

    public Backup(VaultFolders folders, InstantSource clock) {
        this(folders, clock, 0);
    }

    /** @param keepFree bytes that the backup leaves where it lies on the disk of the data */
    public Backup(VaultFolders folders, InstantSource clock, long keepFree) {
        this(folders, clock, keepFree, (data, to) -> List.of());
    }

    /** @param earlier copies what must not be ahead of the events */
    public Backup(VaultFolders folders, InstantSource clock, long keepFree, Earlier earlier) {
        this.folders = folders;
        this.clock = clock;
        this.keepFree = keepFree;
        this.earlier = earlier;
    }

    /** Copies something of the data folder before the events are copied. */
    @FunctionalInterface
    public interface Earlier {
        /** @return the files, as paths in the folder */
        List<String> copy(Path data, Path to) throws IOException;
    }

    /** Where the history is that belongs to the data folder. */
    public enum Events {
        /** In the folder, and a folder without it is damaged. */
        IN_THE_FOLDER,
        /** In an event store apart. */
        ELSEWHERE
    }

    /**
     * What was copied.
     *
     * @param lost sealed files that were not there, though a record names them and nobody erased them
     */
    public record Taken(BackupManifest manifest, List<RecordId> lost) {
        public Taken {
            lost = List.copyOf(lost);
        }
    }

    /** Takes a backup into a folder that is empty or does not exist yet. */
    public Taken take(Path to, Events events, Consumer<BackupProgress> progress) throws BackupRefused, VaultException {
        requireApart(to);
        requireEmpty(to);
        requireData(events);
        try {
            RoomForCopy.require(folders.data(), List.of(EVENTS, RECORDS, KEYS, SealedFolder.NAME), to, keepFree);
        } catch (IOException e) {
            throw new StorageFailure("write the backup", e);
        }
        try (UnfinishedMark mark =
                UnfinishedMark.set(to, UnfinishedMark.By.BACKUP).orElseThrow(() -> underWay(to))) {
            try {
                Taken taken = write(to, progress);
                mark.remove();
                return taken;
            } catch (IOException | StorageFailure | RuntimeException e) {
                undo(mark, to, e);
                throw e;
            }
        } catch (IOException e) {
            throw new StorageFailure("write the backup", e);
        }
    }

    /** Where even that cannot be done the mark stays. */
    private static void undo(UnfinishedMark mark, Path to, Exception failure) throws BackupRefused {
        try {
            mark.undo();
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw new BackupRefused(
                    "backup.left-unfinished",
                    "The backup could not be written, and what was begun could not be removed from " + to + ". It is"
                            + " marked as unfinished, and nothing is restored from it: look whether the disk is sound,"
                            + " then take the backup into the same folder again, or delete it.",
                    failure);
        }
    }

    private static BackupRefused underWay(Path to) {
        return new BackupRefused(
                "backup.under-way",
                "Another process is taking a backup into " + to + ". Wait, or give another folder.");
    }

    private Taken write(Path to, Consumer<BackupProgress> progress) throws IOException, StorageFailure {
        List<String> files = new ArrayList<>(earlier.copy(folders.data(), to));
        copyDatabase(EVENTS, to, files);
        copyDatabase(RECORDS, to, files);
        List<RecordId> gone = copySealed(to, files, progress);
        copyDatabase(KEYS, to, files);
        // the keys of what was erased meanwhile have their tombstones by now; of what was removed the row is gone
        List<RecordId> lost = SqliteCopy.stillMeant(folders.data().resolve(RECORDS), to.resolve(KEYS), gone);
        return new Taken(writeManifest(to, files), lost);
    }

    private void copyDatabase(String name, Path to, List<String> files) throws StorageFailure, IOException {
        if (Files.exists(folders.data().resolve(name))) {
            SqliteCopy.copy(folders.data().resolve(name), to.resolve(name));
            CopiedFile.sync(to.resolve(name));
            files.add(name);
        }
    }

    /** @return those that are gone: deleted since the records were copied, or lost */
    private List<RecordId> copySealed(Path to, List<String> files, Consumer<BackupProgress> progress)
            throws StorageFailure, IOException {
        List<RecordId> gone = new ArrayList<>();
        List<RecordId> ids = SqliteCopy.sealedFiles(to.resolve(RECORDS));
        long done = 0;
        for (RecordId id : ids) {
            String path = SealedFolder.NAME + '/' + SealedFolder.pathOf(id);
            Files.createDirectories(to.resolve(path).resolveSibling("."));
            try {
                CopiedFile.copy(folders.data().resolve(path), to.resolve(path));
                files.add(path);
            } catch (NoSuchFileException e) {
                Files.deleteIfExists(to.resolve(path));
                gone.add(id);
            }
            done++;
            progress.accept(new BackupProgress(done, ids.size()));
        }
        return gone;
    }

    private BackupManifest writeManifest(Path to, List<String> files) throws IOException, StorageFailure {
        InstallationId installation = SqliteCopy.installation(to.resolve(KEYS))
                .orElseThrow(() -> new StorageFailure("read whose keys these are"));
        List<BackupManifest.Entry> entries = new ArrayList<>();
        for (String file : files) {
            entries.add(CopiedFile.entry(to, file));
        }
        LedgerMark ledger = SqliteCopy.ledger(to.resolve(KEYS));
        BackupManifest manifest = new BackupManifest(
                installation,
                SqliteCopy.epoch(to.resolve(KEYS)),
                clock.instant(),
                Files.exists(to.resolve(EVENTS)) ? SqliteCopy.lastPosition(to.resolve(EVENTS)) : 0,
                ledger.ledger(),
                ledger.number(),
                folders.backups(),
                entries);
        Path file = to.resolve(BackupManifest.FILE);
        Files.writeString(file, manifest.text(), StandardCharsets.UTF_8);
        CopiedFile.sync(file);
        CopiedFile.syncFolder(to);
        return manifest;
    }

    private void requireData(Events events) throws BackupRefused, VaultException {
        if (UnfinishedMark.isIn(folders.data(), UnfinishedMark.By.RESTORE)) {
            throw VaultException.restoreUnfinished(folders.data().toString());
        }
        if (!Files.exists(folders.data().resolve(KEYS))) {
            throw new BackupRefused(
                    "backup.no-data", "There is no vault in " + folders.data() + "; give its folder with --data.");
        }
        if (!Files.exists(folders.data().resolve(RECORDS))) {
            throw new BackupRefused("backup.records-missing", missing(RECORDS));
        }
        if (events == Events.IN_THE_FOLDER && !Files.exists(folders.data().resolve(EVENTS))) {
            throw new BackupRefused(
                    "backup.history-missing",
                    missing(EVENTS)
                            + " If the events are on Axon Server, give this verb the setting that the server has"
                            + " (quitclaim.event-store).");
        }
    }

    private String missing(String file) {
        return "There is no " + file + " in " + folders.data() + ", though there are keys: it was lost. Nothing was"
                + " written. Keep the backups that you have, and restore the newest of them.";
    }

    private void requireApart(Path to) throws BackupRefused, VaultException {
        folders.requireApart();
        Optional<Path> other = folders.overlapping(to);
        if (other.isPresent()) {
            throw new BackupRefused(
                    "backup.folder-overlaps",
                    to + " and the folder " + other.get() + " are the same, or one lies in the other: what happens to"
                            + " the one would happen to the backup. Give a folder elsewhere; nothing was written.");
        }
    }

    /** What an earlier backup left unfinished is begun anew. */
    private static void requireEmpty(Path folder) throws BackupRefused {
        try {
            if (!UnfinishedMark.mayBeSet(folder, UnfinishedMark.By.BACKUP)) {
                throw new BackupRefused(
                        "backup.folder-not-empty", folder + " is not empty. Give a new folder for each backup.");
            }
        } catch (IOException e) {
            throw new BackupRefused(
                    "backup.folder-unusable",
                    folder + " cannot be used as a folder. Give another one; nothing was written.",
                    e);
        }
    }
}
