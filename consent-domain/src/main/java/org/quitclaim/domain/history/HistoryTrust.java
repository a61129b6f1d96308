package org.quitclaim.domain.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.id.PersonId;

/**
 * What is known about the history's wholeness at this moment; gates and statuses ask it each time.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public interface HistoryTrust {
    /**
     * Codes of why nothing can be cleared now: {@link Doubt#code()} of those that are open, each once; mostly none. Nos that
     * may be missing are a doubt about persons, and answered by {@link #doubtsAbout}.
     */
    List<String> doubts();

    /** Codes of why what shows these people cannot be cleared now; of a picture that shows nobody, of an empty list. */
    List<String> doubtsAbout(Collection<PersonId> visible);

    /** Of which of these people a no may be missing now, so that none of their faces is made into numbers. */
    Set<PersonId> doubted(Collection<PersonId> persons);

    /** Whether what was given to this person then may have been taken back by a no that is missing. */
    boolean doubted(PersonId person, Instant given);

    /** Whether an event of this stream is missing or unreadable, so that nothing of the stream may be used. */
    boolean damaged(OpaqueId stream);

    /** Whether there is nothing to ask: no doubt about anything or anybody, and no stream that is {@link #damaged}. */
    boolean whole();

    /** Nothing is known to be missing. */
    HistoryTrust WHOLE = new HistoryTrust() {
        @Override
        public List<String> doubts() {
            return List.of();
        }

        @Override
        public List<String> doubtsAbout(Collection<PersonId> visible) {
            return List.of();
        }

        @Override
        public Set<PersonId> doubted(Collection<PersonId> persons) {
            return Set.of();
        }

        @Override
        public boolean doubted(PersonId person, Instant given) {
            return false;
        }

        @Override
        public boolean damaged(OpaqueId stream) {
            return false;
        }

        @Override
        public boolean whole() {
            return true;
        }
    };

    /** The reason given for a stream that is {@link #damaged}. */
    String STREAM_DAMAGED = "history.stream-damaged";
}
