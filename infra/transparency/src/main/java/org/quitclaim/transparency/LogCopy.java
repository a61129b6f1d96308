package org.quitclaim.transparency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quitclaim.transparency.tree.Edge;
import org.quitclaim.transparency.tree.Tile;

/**
 * Copies a log as it is under one head, also beside a server that goes on with it.
 *
 * <p><b>Guarantees:</b> whoever copies the events afterwards has no fewer than the log. One that is damaged is copied as it
 * is. Each file is on disk on return.
 */
public final class LogCopy {
    private static final List<String> KEPT = List.of(LogFolder.CHECKPOINT, LogFolder.KEY, LogFolder.SALTS, "tile");

    private final LogFolder to;
    private final List<String> copied = new ArrayList<>();

    private LogCopy(LogFolder to) {
        this.to = to;
    }

    /**
     * Of one data folder into another one.
     *
     * @return the files, as paths in the folder
     */
    public static List<String> copy(Path data, Path other) throws IOException {
        LogFolder from = LogFolder.in(data);
        LogCopy copy = new LogCopy(LogFolder.in(other));
        if (from.exists()) {
            try {
                copy.whole(from, LogReader.of(from));
            } catch (LogFault e) {
                copy.asItIs(data.resolve(LogFolder.NAME));
            }
        }
        return copy.copied.stream().map(name -> LogFolder.NAME + '/' + name).toList();
    }

    private void whole(LogFolder from, LogReader log) throws IOException, LogFault {
        long size = log.size();
        for (int level = 0; level < Edge.levels(size); level++) {
            for (long index = 0; index < size >>> Tile.HEIGHT * (level + 1); index++) {
                write(Tile.full(level, index).path(), Tile.bytes(log.tile(level, index)));
                if (level == 0) {
                    write(Tile.full(Tile.ENTRIES, index).path(), LogEntry.bundle(log.entries(index)));
                }
            }
        }
        for (Tile tile : LogFolder.partial(size)) {
            boolean isBundle = tile.level() == Tile.ENTRIES;
            write(
                    tile.path(),
                    isBundle
                            ? LogEntry.bundle(log.entries(tile.index()))
                            : Tile.bytes(log.edge().get(tile.level())));
        }
        byte[] salts = new Salts(from.path(LogFolder.SALTS)).read(0, Math.toIntExact(size));
        write(LogFolder.SALTS, salts);
        write(LogFolder.KEY, (LogReader.key(from).text() + '\n').getBytes(StandardCharsets.UTF_8));
        write(LogFolder.CHECKPOINT, log.note().getBytes(StandardCharsets.UTF_8));
    }

    private void asItIs(Path log) throws IOException {
        copied.clear();
        try (Stream<Path> files = Files.walk(log)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = log.relativize(file).toString();
                if (KEPT.contains(name.split("/", 2)[0])) {
                    write(name, Files.readAllBytes(file));
                }
            }
        }
    }

    private void write(String name, byte[] bytes) throws IOException {
        to.write(Map.of(name, bytes));
        copied.add(name);
    }
}
