package org.quitclaim.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.quitclaim.transparency.note.Checkpoint;
import org.quitclaim.transparency.note.LogKey;
import org.quitclaim.transparency.tree.Edge;
import org.quitclaim.transparency.tree.Proofs;
import org.quitclaim.transparency.tree.Tile;
import org.quitclaim.transparency.tree.TreeHash;

/**
 * A log as its last head signs it.
 *
 * <p><b>Guarantees:</b> every hash that is given out leads to the signed root. A tile that is lost, torn or altered is made
 * again from what lies below it, in memory; nothing is written.
 *
 * <p><b>Errors:</b> {@link LogFault} where that is not possible.
 *
 * <p><b>Thread-safety:</b> none.
 */
public final class LogReader {
    private static final int CACHED = 64;
    private static final int TRIES = 5;

    private final LogFolder folder;
    private final String note;
    private final Checkpoint head;
    private final Salts salts;
    private final List<byte[]> lastEntries;
    private final List<List<byte[]>> edge;
    private final Map<Tile, List<byte[]>> cache = new LinkedHashMap<>(CACHED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, List<byte[]>> eldest) {
            return size() > CACHED;
        }
    };
    private long saltsFrom;
    private byte[] someSalts = new byte[0];

    private LogReader(LogFolder folder, String note, Checkpoint head) throws LogFault {
        this.folder = folder;
        this.note = note;
        this.head = head;
        this.salts = new Salts(folder.path(LogFolder.SALTS));
        this.lastEntries = Edge.width(size(), 0) == 0 ? List.of() : read(size() / Tile.WIDTH);
        List<List<byte[]>> stored = edge(this::stored);
        this.edge = isEdge(stored) ? stored : edge(tile -> below(tile.level(), tile.index(), tile.width()));
        if (!isEdge(edge)) {
            throw new LogFault("The entries of the log are not those of its signed head.");
        }
        if (!salts.cover(head.size())) {
            throw new LogFault("The salts of the log are lost, or some of them: no event can be compared with it.");
        }
    }

    /** Checked with the key that lies beside it; whoever has the key from elsewhere compares. */
    public static LogReader of(LogFolder folder) throws LogFault {
        return of(folder, key(folder));
    }

    public static LogReader of(LogFolder folder, LogKey key) throws LogFault {
        for (int i = 1; ; i++) {
            String note = note(folder);
            Checkpoint head = Checkpoint.verified(note, key)
                    .orElseThrow(() -> new LogFault("The log's head was altered, or another key signed it."));
            try {
                return new LogReader(folder, note, head);
            } catch (LogFault e) {
                // a server that works on it takes tiles away that a newer head does not need
                if (i == TRIES || note(folder).equals(note)) {
                    throw e;
                }
            }
        }
    }

    private static String note(LogFolder folder) throws LogFault {
        return folder.text(LogFolder.CHECKPOINT).orElseThrow(() -> new LogFault("The log's head is lost."));
    }

    /** The one that lies beside the log. */
    public static LogKey key(LogFolder folder) throws LogFault {
        try {
            return LogKey.parse(
                    folder.text(LogFolder.KEY).orElseThrow(() -> new LogFault("The log's public key is lost.")));
        } catch (IllegalArgumentException e) {
            throw new LogFault("The log's public key was altered.", e);
        }
    }

    public Checkpoint head() {
        return head;
    }

    /** The head as it was signed. */
    public String note() {
        return note;
    }

    public long size() {
        return head.size();
    }

    /** Whether the event that stands at this index is what the log committed to. */
    public boolean holds(long index, byte[] content) throws LogFault {
        byte[] leaf = TreeHash.leaf(LogEntry.event(salt(index), content));
        List<byte[]> leaves = tile(0, index / Tile.WIDTH);
        return Arrays.equals(leaf, leaves.get((int) (index % Tile.WIDTH)));
    }

    private byte[] salt(long index) throws LogFault {
        long at = (index - saltsFrom) * LogEntry.SALT_BYTES;
        if (at < 0 || at + LogEntry.SALT_BYTES > someSalts.length) {
            try {
                saltsFrom = index / Tile.WIDTH * Tile.WIDTH;
                someSalts = salts.read(saltsFrom, Tile.WIDTH * 16);
            } catch (IOException e) {
                throw new LogFault("The salts of the log cannot be read.", e);
            }
            at = (index - saltsFrom) * LogEntry.SALT_BYTES;
        }
        return Arrays.copyOfRange(someSalts, (int) at, (int) at + LogEntry.SALT_BYTES);
    }

    /** Every tile and every bundle. */
    public void requireWhole() throws LogFault {
        for (long index = 0; index * Tile.WIDTH < size(); index++) {
            List<byte[]> leaves = tile(0, index);
            if (!same(leaves, leaves(index))) {
                throw new LogFault(
                        "Entries of the log from number " + index * Tile.WIDTH + " on were altered or lost.");
            }
        }
    }

    /** How many stored tiles are not those of the tree; each can be made again. */
    public int spoiltTiles() throws LogFault {
        int spoilt = 0;
        for (int level = 0; level < Edge.levels(size()); level++) {
            long full = size() >>> Tile.HEIGHT * (level + 1);
            for (long index = 0; index < full; index++) {
                if (!same(tile(level, index), stored(Tile.full(level, index)))) {
                    spoilt++;
                }
            }
        }
        return spoilt;
    }

    /** The entry at an index, as its bundle holds it. */
    public byte[] entry(long index) throws LogFault {
        int at = (int) (index % Tile.WIDTH);
        return first(entries(index / Tile.WIDTH), at + 1).get(at);
    }

    /** That the entry at an index is under the head. */
    public InclusionProof inclusion(long index) {
        return new InclusionProof(index, proofs().inclusion(index, size()), note);
    }

    /** A tile or a bundle, as long as it is wanted; nothing where the head does not reach so far. */
    public Optional<byte[]> bytes(Tile tile) throws LogFault {
        if (!tile.isIn(size())) {
            return Optional.empty();
        }
        return Optional.of(
                tile.level() == Tile.ENTRIES
                        ? LogEntry.bundle(first(entries(tile.index()), tile.width()))
                        : Tile.bytes(first(tile(tile.level(), tile.index()), tile.width())));
    }

    private static List<byte[]> first(List<byte[]> all, int width) throws LogFault {
        if (all.size() < width) {
            throw new LogFault("Entries of the log were altered or lost.");
        }
        return all.subList(0, width);
    }

    /** Makes proofs under the head. */
    Proofs proofs() {
        return new Proofs((level, index) -> {
            try {
                int above = level / Tile.HEIGHT;
                int within = 1 << level % Tile.HEIGHT;
                long first = index * within;
                List<byte[]> hashes = tile(above, first / Tile.WIDTH);
                int at = (int) (first % Tile.WIDTH);
                return TreeHash.perfect(hashes.subList(at, at + within));
            } catch (LogFault e) {
                throw new UncheckedIOException(new IOException(e));
            }
        });
    }

    /** The hashes of a tile, full or at the edge. */
    List<byte[]> tile(int level, long index) throws LogFault {
        if (index == size() >>> Tile.HEIGHT * (level + 1)) {
            return edge.get(level);
        }
        Tile tile = Tile.full(level, index);
        List<byte[]> known = cache.get(tile);
        if (known != null) {
            return known;
        }
        byte[] root = tile(level + 1, index / Tile.WIDTH).get((int) (index % Tile.WIDTH));
        List<byte[]> stored = stored(tile);
        List<byte[]> hashes = isUnder(root, stored) ? stored : below(level, index, Tile.WIDTH);
        if (!isUnder(root, hashes)) {
            throw new LogFault("Entries of the log from number " + (index << Tile.HEIGHT * (level + 1))
                    + " on were altered or lost.");
        }
        cache.put(tile, hashes);
        return hashes;
    }

    /** What some hashes are by the entries below them; fewer where entries are lost. */
    private List<byte[]> below(int level, long index, int width) {
        if (level == 0) {
            return leaves(index);
        }
        List<byte[]> hashes = new ArrayList<>(width);
        for (long each = index * Tile.WIDTH; each < index * Tile.WIDTH + width; each++) {
            List<byte[]> under = below(level - 1, each, Tile.WIDTH);
            if (under.size() != Tile.WIDTH) {
                return hashes;
            }
            hashes.add(TreeHash.perfect(under));
        }
        return hashes;
    }

    private List<byte[]> leaves(long index) {
        return entries(index).stream().map(TreeHash::leaf).toList();
    }

    /** The entries of a bundle, as they are stored. */
    List<byte[]> entries(long index) {
        return index == size() / Tile.WIDTH ? lastEntries : read(index);
    }

    private List<byte[]> read(long index) {
        int width = (int) Math.min(Tile.WIDTH, size() - index * Tile.WIDTH);
        return folder.read(new Tile(Tile.ENTRIES, index, width).path())
                .map(LogEntry::entries)
                .orElse(List.of());
    }

    /** None where it is not as long as it should be. */
    private List<byte[]> stored(Tile tile) {
        return folder.read(tile.path())
                .filter(bytes -> bytes.length == tile.width() * TreeHash.BYTES)
                .map(Tile::hashes)
                .orElse(List.of());
    }

    List<List<byte[]>> edge() {
        return edge;
    }

    private List<List<byte[]>> edge(Function<Tile, List<byte[]>> hashes) {
        List<List<byte[]>> levels = new ArrayList<>();
        for (int level = 0; level < Edge.levels(size()); level++) {
            int width = Edge.width(size(), level);
            levels.add(
                    width == 0
                            ? List.of()
                            : hashes.apply(new Tile(level, size() >>> Tile.HEIGHT * (level + 1), width)));
        }
        return levels;
    }

    private boolean isEdge(List<List<byte[]>> levels) {
        for (int level = 0; level < levels.size(); level++) {
            if (levels.get(level).size() != Edge.width(size(), level)) {
                return false;
            }
        }
        return Arrays.equals(
                Edge.of(size(), levels, (level, index, hashes) -> {}).root(), head.root());
    }

    private static boolean isUnder(byte[] root, List<byte[]> hashes) {
        return hashes.size() == Tile.WIDTH && Arrays.equals(TreeHash.perfect(hashes), root);
    }

    private static boolean same(List<byte[]> one, List<byte[]> other) {
        return Arrays.equals(Tile.bytes(one), Tile.bytes(other));
    }
}
