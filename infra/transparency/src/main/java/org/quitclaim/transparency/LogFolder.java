package org.quitclaim.transparency;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.transparency.tree.Edge;
import org.quitclaim.transparency.tree.Tile;

/**
 * The files of a log: {@code checkpoint}, {@code key}, {@code salts}, tiles and bundles under their paths, and marks.
 *
 * <p><b>Guarantees:</b> a file is there whole, as before or as after, and what was written is on disk on return.
 */
public final class LogFolder {
    /** In the data folder. */
    public static final String NAME = "log";

    static final String CHECKPOINT = "checkpoint";
    static final String KEY = "key";
    static final String SALTS = "salts";
    private static final String UNFINISHED = ".part";

    private final Path root;
    private final LogStep step;

    public LogFolder(Path root) {
        this(root, LogStep.UNOBSERVED);
    }

    LogFolder(Path root, LogStep step) {
        this.root = root;
        this.step = step;
    }

    /** Of a data folder. */
    public static LogFolder in(Path data) {
        return new LogFolder(data.resolve(NAME));
    }

    public boolean exists() {
        return Files.isDirectory(root);
    }

    /** Whether a log was ever begun here. */
    public boolean holdsHead() {
        return Files.exists(root.resolve(CHECKPOINT));
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Of a file that is not there, or cannot be read, nothing. */
    Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Optional<String> text(String name) {
        return read(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    void write(String name, String text) throws IOException {
        write(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Each of them durable before any of them is seen; then the folders they are in, once each. Written first and forced
     * afterwards, since the first that is forced takes the others along.
     */
    void write(Map<String, byte[]> files) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        Map<Path, Path> unfinished = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            make(path.resolveSibling("").normalize(), folders);
            step.before(file.getKey());
            Path part = path.resolveSibling(path.getFileName() + UNFINISHED);
            Files.write(part, file.getValue());
            unfinished.put(part, path);
        }
        for (Path part : unfinished.keySet()) {
            sync(part, StandardOpenOption.WRITE);
        }
        for (Map.Entry<Path, Path> file : unfinished.entrySet()) {
            Files.move(
                    file.getKey(),
                    file.getValue(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path folder : folders) {
            sync(folder, StandardOpenOption.READ);
        }
    }

    /** A folder that is new stands in the one above it. */
    private static void make(Path folder, Set<Path> changed) throws IOException {
        changed.add(folder);
        Path above = folder;
        while (!Files.exists(above) && above.getParent() != null) {
            above = above.getParent();
            changed.add(above);
        }
        Files.createDirectories(folder);
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    void remove(String name) throws IOException {
        if (Files.deleteIfExists(root.resolve(name))) {
            sync(root, StandardOpenOption.READ);
        }
    }

    /** What fills no tile in a tree of this size, and is not among what fills none in a larger one. */
    void removePartial(long size, long larger) throws IOException {
        Set<Tile> kept = Set.copyOf(partial(larger));
        for (Tile tile : partial(size)) {
            if (!kept.contains(tile)) {
                Path file = root.resolve(tile.path());
                Files.deleteIfExists(file);
                if (kept.stream().noneMatch(other -> other.level() == tile.level() && other.index() == tile.index())) {
                    removeFolder(file.resolveSibling("").normalize());
                }
            }
        }
    }

    private static void removeFolder(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder.normalize(), new Deleting());
        } catch (NoSuchFileException e) {
            // it is not there, as it should be
            return;
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }

    /** The tiles and the bundle at the right edge of a tree of this size. */
    static List<Tile> partial(long size) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; level < Edge.levels(size); level++) {
            int width = Edge.width(size, level);
            if (width > 0) {
                long index = size >>> Tile.HEIGHT * (level + 1);
                tiles.add(new Tile(level, index, width));
                if (level == 0) {
                    tiles.add(new Tile(Tile.ENTRIES, index, width));
                }
            }
        }
        return tiles;
    }
}
