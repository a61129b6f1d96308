package org.quitclaim.domain.history;

import java.util.List;
import org.quitclaim.domain.OpaqueId;

/**
 * What is known about the history's wholeness at this moment; gates and statuses ask it each time.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public interface HistoryTrust {
    /** Codes of why nothing can be cleared now: {@link Doubt#code()} of those that are open, each once; mostly none. */
    List<String> doubts();

    /** Whether an event of this stream is missing or unreadable, so that nothing of the stream may be used. */
    boolean damaged(OpaqueId stream);

    /** Nothing is known to be missing. */
    HistoryTrust WHOLE = new HistoryTrust() {
        @Override
        public List<String> doubts() {
            return List.of();
        }

        @Override
        public boolean damaged(OpaqueId stream) {
            return false;
        }
    };

    /** The reason given for a stream that is {@link #damaged}. */
    String STREAM_DAMAGED = "history.stream-damaged";
}
