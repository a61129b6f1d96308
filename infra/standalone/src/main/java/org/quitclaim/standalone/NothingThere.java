package org.quitclaim.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.eventstore.RefusedStart;
import org.quitclaim.vault.embedded.VaultFolders;

/**
 * What a first start found: no folder of its own, or empty ones. If it is refused, nothing is left that was not there.
 *
 * <p><b>Guarantees:</b> of folders that held anything nothing is removed, nor of those that another process uses; neither where
 * something was founded outside of them (events, keys or screens in another server), which would know of an installation that
 * is gone.
 */
final class NothingThere {
    private final Path data;
    private final List<Path> empty;
    private final List<Path> missing;

    private NothingThere(Path data, List<Path> empty, List<Path> missing) {
        this.data = data;
        this.empty = empty;
        this.missing = missing;
    }

    /** To be asked before a verb does anything. */
    static NothingThere before(Verb verb, Options options) {
        Path data = options.data().toAbsolutePath().normalize();
        NothingThere somethingThere = new NothingThere(data, List.of(), List.of());
        if (!verb.founds()) {
            return somethingThere;
        }
        List<Path> roots = new ArrayList<>(List.of(data));
        try {
            if (!Folders.areOnlyHere(options)) {
                return somethingThere;
            }
            VaultFolders folders = Folders.of(options);
            roots.addAll(List.of(folders.keys(), folders.backups()));
            roots.addAll(folders.keyCopies());
        } catch (RuntimeException settingsAreWrong) {
            // then the vault is not opened either
        }
        return roots.stream().allMatch(NothingThere::holdsNothing)
                ? new NothingThere(data, roots.stream().filter(Files::exists).toList(), missing(roots))
                : somethingThere;
    }

    private static boolean holdsNothing(Path root) {
        if (!Files.exists(root)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** The folders and those above them that were not there, the deepest first. */
    private static List<Path> missing(List<Path> roots) {
        return roots.stream()
                .flatMap(root -> Stream.iterate(root, path -> path != null && Files.notExists(path), Path::getParent))
                .distinct()
                .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
                .toList();
    }

    /** After a refusal. */
    void again() {
        if (empty.isEmpty() && missing.isEmpty() || !Files.isDirectory(data)) {
            removeMissing();
            return;
        }
        try (DataFolderLock lock = DataFolderLock.acquire(data)) {
            for (Path root : empty) {
                clear(root);
            }
            for (Path root : missing) {
                if (isRoot(root)) {
                    clear(root);
                }
            }
        } catch (RefusedStart | IOException inUse) {
            return;
        }
        removeMissing();
    }

    private boolean isRoot(Path path) {
        return missing.stream().noneMatch(other -> !other.equals(path) && other.startsWith(path));
    }

    private static void clear(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(root)) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /** Only those that hold nothing. */
    private void removeMissing() {
        for (Path path : missing) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException somethingIsInIt) {
                return;
            }
        }
    }
}
