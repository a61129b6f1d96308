package org.quitclaim.eventstore;

/**
 * Whether the events of one stream follow on each other, from the first that was asked for to the highest that is known;
 * the same for every store.
 *
 * <p><b>Errors:</b> {@link StreamDamaged}.
 */
final class StreamOrder {
    private final String stream;
    private long next;

    StreamOrder(String stream, long first) {
        this.stream = stream;
        this.next = first;
    }

    /** The sequence of the event that has to come now. */
    long next() {
        return next;
    }

    /** @throws StreamDamaged if it does not follow on the one before */
    void admit(long sequence) {
        if (sequence != next) {
            throw StreamDamaged.lacks(stream, next, sequence);
        }
        next++;
    }

    /**
     * @param highest a sequence that the stream had when its reading began, -1 of one without events
     * @throws StreamDamaged if it ended before
     */
    void end(long highest) {
        if (highest >= next) {
            throw StreamDamaged.ends(stream, next, highest);
        }
    }
}
