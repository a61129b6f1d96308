package org.quitclaim.query.projection;

import java.util.Map;

/** What is kept of one thing for reading. Records; the methods that are no components are not part of the stored form. */
public interface ReadDocument {
    String documentId();

    /** The position of the event that created it: unique, and the order of listings. */
    long born();

    /** The last event of its stream that it holds. */
    long lastSeq();

    /** Grows with every write of this document: a write that is not newer is not made. */
    default long guard() {
        return lastSeq();
    }

    /** What follows from its components and is kept beside them, because lists are asked by it. */
    default Map<String, Object> derived() {
        return Map.of();
    }
}
