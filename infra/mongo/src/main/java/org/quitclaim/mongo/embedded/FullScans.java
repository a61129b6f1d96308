package org.quitclaim.mongo.embedded;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Remembers every query and update that read a large collection from end to end because no index fitted.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class FullScans {
    /** More documents than this are not to be scanned. */
    public static final int DEFAULT_LIMIT = 10_000;

    private static final int KEPT = 100;

    private final int limit;
    private final List<Scan> scans = new CopyOnWriteArrayList<>();

    public FullScans(int limit) {
        this.limit = limit;
    }

    /**
     * One scan.
     *
     * @param fields the fields that were asked for, not their values
     */
    public record Scan(String collection, int documents, List<String> fields) {}

    void scanned(String collection, int documents, List<String> fields) {
        if (documents > limit && scans.size() < KEPT) {
            scans.add(new Scan(collection, documents, fields));
        }
    }

    /** The first hundred since the server was opened; empty is what a test wants to see. */
    public List<Scan> seen() {
        return List.copyOf(scans);
    }
}
