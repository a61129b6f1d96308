package org.quitclaim.transparency;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.transparency.note.Checkpoint;
import org.quitclaim.transparency.note.LogKey;
import org.quitclaim.transparency.tree.Edge;
import org.quitclaim.transparency.tree.Tile;
import org.quitclaim.transparency.tree.TreeHash;

/**
 * Goes on with a log, and signs its heads.
 *
 * <p><b>Guarantees:</b> salts, then entries and hashes, then the head that names them, each durable before the next: a death
 * between any two of them leaves the log at its last head. What lies behind that is written again, under other salts, and
 * nobody was shown it. A head is signed only over the entries of the last one and what follows them.
 *
 * <p>After an exception it is of no use; another one is opened.
 *
 * <p><b>Thread-safety:</b> none; one at a time on a folder.
 */
public final class EventLog {
    private final LogFolder folder;
    private final LogKey key;
    private final Salts salts;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<byte[]> bundle;
    private final Edge edge;
    private Checkpoint head;

    private EventLog(LogFolder folder, LogKey key, LogReader reader) throws LogFault {
        this.folder = folder;
        this.key = key;
        this.salts = new Salts(folder.path(LogFolder.SALTS));
        this.head = reader.head();
        this.edge = Edge.of(reader.size(), reader.edge(), this::filled);
        this.bundle = new ArrayList<>(
                Edge.width(reader.size(), 0) == 0 ? List.of() : reader.entries(reader.size() / Tile.WIDTH));
        if (!Arrays.equals(Tile.bytes(bundle.stream().map(TreeHash::leaf).toList()), Tile.bytes(edge.partial(0)))) {
            throw new LogFault("The last entries of the log were altered or lost.");
        }
    }

    /** Begins a log, which has no entry and a signed head. */
    public static <E extends Exception> void begin(LogFolder folder, LogKey key, Checkpoint.Signer<E> signer)
            throws IOException, E {
        String note = new Checkpoint(key.name(), 0, TreeHash.empty()).signed(key, signer);
        new Salts(folder.path(LogFolder.SALTS)).begin();
        folder.write(LogFolder.KEY, key.text() + '\n');
        folder.write(LogFolder.CHECKPOINT, note);
    }

    /** @param key that signs, whatever lies in the folder */
    public static EventLog open(LogFolder folder, LogKey key) throws LogFault {
        return new EventLog(folder, key, LogReader.of(folder, key));
    }

    public Checkpoint head() {
        return head;
    }

    public long size() {
        return edge.size();
    }

    /** Events that follow on the last one, each as {@link EventContent#bytes}; one head over all of them. */
    public <E extends Exception> void append(List<byte[]> contents, Checkpoint.Signer<E> signer) throws IOException, E {
        byte[] fresh = new byte[contents.size() * LogEntry.SALT_BYTES];
        random.nextBytes(fresh);
        salts.write(edge.size(), fresh);
        for (int i = 0; i < contents.size(); i++) {
            byte[] salt = Arrays.copyOfRange(fresh, i * LogEntry.SALT_BYTES, (i + 1) * LogEntry.SALT_BYTES);
            byte[] entry = LogEntry.event(salt, contents.get(i));
            bundle.add(entry);
            edge.add(TreeHash.leaf(entry));
        }
        for (Tile tile : LogFolder.partial(edge.size())) {
            boolean isBundle = tile.level() == Tile.ENTRIES;
            files.put(tile.path(), isBundle ? LogEntry.bundle(bundle) : Tile.bytes(edge.partial(tile.level())));
        }
        folder.write(files);
        files.clear();
        Checkpoint next = new Checkpoint(key.name(), edge.size(), edge.root());
        folder.write(LogFolder.CHECKPOINT, next.signed(key, signer));
        folder.removePartial(head.size(), next.size());
        head = next;
    }

    private void filled(int level, long index, List<byte[]> hashes) {
        files.put(Tile.full(level, index).path(), Tile.bytes(hashes));
        if (level == 0) {
            files.put(Tile.full(Tile.ENTRIES, index).path(), LogEntry.bundle(bundle));
            bundle.clear();
        }
    }
}
