package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.FileStore;
import org.quitclaim.vault.storage.StorageStep;

/**
 * Sealed files in a folder, spread over 32 subfolders by the first random character of the record id, which is all their
 * name consists of.
 */
final class FolderFileStore implements FileStore {
    private static final String SUBFOLDERS = "abcdefghijklmnopqrstuvwxyz234567";

    private final Path root;
    private final InstantSource clock;
    private final StorageStep step;

    private FolderFileStore(Path root, InstantSource clock, StorageStep step) {
        this.root = root;
        this.clock = clock;
        this.step = step;
    }

    /** Opens the folder; what a crash left half written is removed. */
    static FolderFileStore open(Path root, InstantSource clock, StorageStep step) throws StorageFailure {
        try {
            OwnerOnly.folder(root);
            for (char name : SUBFOLDERS.toCharArray()) {
                removeUnfinished(OwnerOnly.folder(root.resolve(String.valueOf(name))));
            }
            OwnerOnly.syncFolder(root);
            return new FolderFileStore(root, clock, step);
        } catch (IOException e) {
            throw new StorageFailure("open the folder of sealed files", e);
        }
    }

    @Override
    public void write(RecordId id, Content content) throws StorageFailure, GeneralSecurityException {
        try {
            AtomicFile.write(folder(id), id.value(), clock.instant(), content, step);
        } catch (IOException e) {
            throw new StorageFailure("write a sealed file", e);
        }
    }

    @Override
    public InputStream read(RecordId id) throws IOException {
        return Files.newInputStream(folder(id).resolve(id.value()));
    }

    @Override
    public void delete(Collection<RecordId> ids) throws StorageFailure {
        try {
            Set<Path> changed = new HashSet<>();
            for (RecordId id : ids) {
                Path file = folder(id).resolve(id.value());
                if (Files.exists(file)) {
                    step.before("delete file");
                    Files.delete(file);
                    step.after("delete file");
                    changed.add(folder(id));
                }
            }
            for (Path folder : changed) {
                OwnerOnly.syncFolder(folder);
            }
        } catch (IOException e) {
            throw new StorageFailure("delete sealed files", e);
        }
    }

    @Override
    public List<RecordId> writtenUpTo(Instant limit) throws StorageFailure {
        List<RecordId> found = new ArrayList<>();
        try {
            for (char name : SUBFOLDERS.toCharArray()) {
                for (Path file : list(root.resolve(String.valueOf(name)))) {
                    boolean finished = !isUnfinished(file);
                    if (finished && Files.getLastModifiedTime(file).toInstant().compareTo(limit) <= 0) {
                        found.add(new RecordId(file.getFileName().toString()));
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new StorageFailure("list sealed files", e);
        }
    }

    private Path folder(RecordId id) {
        return root.resolve(SealedFolder.subfolder(id));
    }

    private static void removeUnfinished(Path folder) throws IOException {
        for (Path file : list(folder)) {
            if (isUnfinished(file)) {
                Files.delete(file);
            }
        }
    }

    private static boolean isUnfinished(Path file) {
        return file.getFileName().toString().endsWith(AtomicFile.UNFINISHED);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
