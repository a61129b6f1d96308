package org.quitclaim.eventstore;

import java.util.Optional;

/**
 * Something of each event that is kept apart from the event file, so that whoever changes the file changes only one of the
 * two.
 *
 * <p><b>Thread-safety:</b> none; one for each look.
 */
public interface KeptApart {
    /** Nothing is kept, and nothing is found. */
    KeptApart NONE = new KeptApart() {
        @Override
        public long last() {
            return 0;
        }

        @Override
        public boolean holds(StoredEvent event) {
            return true;
        }
    };

    /** The last position of which something is kept. */
    long last();

    /** Behind this position nothing was recorded: the server was stopped in order, and everything was kept by then. */
    default long endedAt() {
        return Long.MAX_VALUE;
    }

    /**
     * Whether an event, at a position up to the last one, is what was kept of it.
     *
     * @throws Unusable if what was kept is damaged
     */
    boolean holds(StoredEvent event);

    /** Looks whether everything is there that is kept. */
    default void requireWhole() {}

    /** Why nothing can be compared, in a sentence without ids. */
    default Optional<String> fault() {
        return Optional.empty();
    }

    /** What was kept is damaged; the message is a sentence without ids. */
    final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
