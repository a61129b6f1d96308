package org.quitclaim.mongo.embedded;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/**
 * Remembers the queries and updates that read a large collection from end to end because no index fitted: no index
 * at all, or only one by which what fits and what does not come in order.
 *
 * <p>Those that say nothing of what they look for are among them, with no fields: whoever means to read all there is, to
 * drop it or to search it for remains, is told from one who forgot to ask for less.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class FullScans {
    /** More documents than this are not to be scanned. */
    public static final int DEFAULT_LIMIT = 10_000;

    private static final int KEPT = 100;

    private final int limit;
    private final LongAdder lookedAt = new LongAdder();
    private final List<Scan> scans = new CopyOnWriteArrayList<>();

    public FullScans(int limit) {
        this.limit = limit;
    }

    /**
     * One scan, or many alike.
     *
     * @param documents how many there were at the first
     * @param fields the fields that were asked for, not their values; empty when everything was
     */
    public record Scan(String collection, int documents, List<String> fields) {}

    void lookedAt(long documents) {
        lookedAt.add(documents);
    }

    /** How many documents all queries and updates since the server was opened had to look at. */
    public long documentsLookedAt() {
        return lookedAt.sum();
    }

    synchronized void scanned(String collection, int documents, List<String> fields) {
        if (documents > limit && scans.size() < KEPT && !known(collection, fields)) {
            scans.add(new Scan(collection, documents, fields));
        }
    }

    private boolean known(String collection, List<String> fields) {
        return scans.stream()
                .anyMatch(scan ->
                        scan.collection().equals(collection) && scan.fields().equals(fields));
    }

    /** The first by each collection and fields since the server was opened, a hundred at most. */
    public List<Scan> seen() {
        return List.copyOf(scans);
    }
}
