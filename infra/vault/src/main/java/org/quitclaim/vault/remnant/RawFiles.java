package org.quitclaim.vault.remnant;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.VaultException;

/**
 * The files of a store, byte by byte, as they lie on the disk.
 *
 * <p>Files that are locked by this process stay open here until the end: closing any descriptor of a file gives up all
 * of the process's locks on it, SQLite's and the read models' included.
 *
 * <p><b>Thread-safety:</b> one call at a time.
 */
public class RawFiles implements SearchedStore, AutoCloseable {
    private final String name;
    private final Path folder;
    private final Predicate<Path> mine;
    private final Rewriting rewriting;
    private final Map<Object, FileChannel> open = new LinkedHashMap<>();
    private long scanned;

    /** How a store makes its files forget. */
    @FunctionalInterface
    public interface Rewriting {
        Rewriting NONE = () -> false;

        boolean rewrite() throws VaultException;
    }

    /** @param mine of paths relative to {@code folder}, those that belong to the store */
    public RawFiles(String name, Path folder, Predicate<Path> mine, Rewriting rewriting) {
        this.name = name;
        this.folder = folder;
        this.mine = mine;
        this.rewriting = rewriting;
    }

    /** Every file in a folder apart from the data folder. */
    public static RawFiles apart(String name, Path folder) {
        return new RawFiles(name, folder, any -> true, Rewriting.NONE) {
            @Override
            public boolean holds(Path file) {
                return false;
            }
        };
    }

    /** The files in {@code folder} itself that are called {@code file} or begin with it and a hyphen. */
    public static RawFiles database(String name, Path folder, String file, Rewriting rewriting) {
        return new RawFiles(
                name,
                folder,
                path -> path.getNameCount() == 1
                        && (path.toString().equals(file) || path.toString().startsWith(file + "-")),
                rewriting);
    }

    @Override
    public boolean byFingerprint() {
        return true;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean holds(Path file) {
        return mine.test(file);
    }

    @Override
    public boolean rewrite() throws VaultException {
        return rewriting.rewrite();
    }

    @Override
    public long scannedBytes() {
        return scanned;
    }

    @Override
    public List<Leftover> find(List<DestroyedKey> erased) throws IOException {
        FingerprintScan scan = new FingerprintScan(
                erased.stream().flatMap(one -> one.fingerprints().stream()).toList());
        List<Leftover> left = new ArrayList<>();
        for (Path file : files()) {
            Set<Fingerprint> found = scan(scan, file);
            left.addAll(
                    Leftovers.of(erased, found, name, folder.relativize(file).toString()));
        }
        scanned = scan.scanned();
        return left;
    }

    /** The index of a write-ahead log holds page numbers only, and is locked: never opened. */
    private List<Path> files() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> mine.test(folder.relativize(file)))
                    .filter(file -> !file.toString().endsWith("-shm"))
                    .toList();
        }
    }

    private Set<Fingerprint> scan(FingerprintScan scan, Path file) throws IOException {
        try {
            return scan.in(channel(file));
        } catch (NoSuchFileException e) {
            return Set.of();
        }
    }

    private FileChannel channel(Path file) throws IOException {
        Object key = Objects.requireNonNullElse(
                Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey(),
                file);
        FileChannel known = open.get(key);
        if (known != null) {
            return known;
        }
        FileChannel fresh = FileChannel.open(file, StandardOpenOption.READ);
        open.put(key, fresh);
        return fresh;
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : open.values()) {
            channel.close();
        }
        open.clear();
    }
}
