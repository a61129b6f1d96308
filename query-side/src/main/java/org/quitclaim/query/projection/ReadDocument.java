package org.quitclaim.query.projection;

import java.time.Instant;
import java.util.Map;

/** What is kept of one thing for reading. Records; the methods that are no components are not part of the stored form. */
public interface ReadDocument {
    String NOW = "now";

    String documentId();

    /** The position of the event that created it: unique, and the order of listings. */
    long born();

    /** The last event of its stream that it holds. */
    long lastSeq();

    /** Grows with every write of this document: a write that is not newer is not made. */
    default long guard() {
        return lastSeq();
    }

    /**
     * What follows from its components, and from the clock, and is kept beside them because lists are asked by it. What
     * depends on the clock stands under {@link #NOW}.
     */
    default Map<String, Object> derived(Instant at) {
        return Map.of();
    }
}
