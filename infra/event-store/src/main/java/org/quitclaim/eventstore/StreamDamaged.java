package org.quitclaim.eventstore;

import org.quitclaim.domain.history.HistoryDamaged;

/**
 * One stream lacks an event, or holds one that nobody can read, so nothing of the stream is used.
 *
 * <p><b>Guarantees:</b> the message names no id.
 */
public final class StreamDamaged extends HistoryDamaged {
    private static final long serialVersionUID = 1L;

    private final String stream;

    StreamDamaged(String stream, String what) {
        super(what);
        this.stream = stream;
    }

    static StreamDamaged lacks(String stream, long sequence, long found) {
        return new StreamDamaged(
                stream, "A stream lacks event " + sequence + "; event " + found + " follows on the one before it");
    }

    static StreamDamaged ends(String stream, long sequence, long highest) {
        return new StreamDamaged(
                stream, "A stream lacks event " + sequence + "; it ends before event " + highest + ", which it had");
    }

    static StreamDamaged unreadable(String stream, long sequence) {
        return new StreamDamaged(stream, "Nobody can read event " + sequence + " of a stream");
    }

    static StreamDamaged unreadable(String stream) {
        return new StreamDamaged(stream, "Nobody can read an event of a stream");
    }

    /** Whose history it is. */
    public String stream() {
        return stream;
    }
}
