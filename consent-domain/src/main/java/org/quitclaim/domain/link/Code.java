package org.quitclaim.domain.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.vault.RecordId;

/**
 * A code that was asked for with a link, and what it signs.
 *
 * <p><b>Guarantees:</b> it signs one set of answers, named by their digest, at most once, and nothing after {@link #VALID},
 * after {@link #TRIES} wrong ones, or after another code was asked for with the same link.
 *
 * @param signs the SHA-256 of the answers it signs, in the form of RFC 8785
 * @param grants what stands once it is typed
 * @param letter where the code itself lies sealed until it has left
 * @param statement where the answers lie sealed with what the code is known by
 * @param missed how many wrong ones were typed
 */
public record Code(
        LinkId link,
        String signs,
        List<GrantId> grants,
        RecordId letter,
        RecordId statement,
        Instant asked,
        Instant until,
        int missed,
        Phase phase) {
    /** Long enough for a slow mailbox, short enough that a telephone left on a table does not answer tomorrow. */
    public static final Duration VALID = Duration.ofMinutes(15);

    public static final int TRIES = 5;
    public static final int PER_HOUR = 3;
    public static final int PER_DAY = 8;
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    /** How far it is. */
    public enum Phase {
        QUEUED,
        /** A mail server took it. */
        MAILED,
        /** No mail can reach the contact point on record. */
        UNREACHABLE,
        /** It did not leave in its time; another one may. */
        NOT_SENT,
        /** It was typed, and is over. */
        ENTERED
    }

    public Code {
        grants = List.copyOf(grants);
    }

    /** Why it signs nothing at this moment; empty if it would. */
    public Optional<LinkRejection> obstacle(Instant at) {
        if (phase == Phase.ENTERED) {
            return Optional.of(LinkRejection.CODE_USED);
        }
        if (missed >= TRIES) {
            return Optional.of(LinkRejection.CODE_TRIES_OVER);
        }
        return at.isBefore(until) ? Optional.empty() : Optional.of(LinkRejection.CODE_EXPIRED);
    }

    public int left() {
        return TRIES - missed;
    }

    boolean askedWithin(Duration span, Instant at) {
        return asked.plus(span).isAfter(at);
    }

    Code in(Phase next) {
        return new Code(link, signs, grants, letter, statement, asked, until, missed, next);
    }

    Code afterMiss() {
        return new Code(link, signs, grants, letter, statement, asked, until, missed + 1, phase);
    }
}
