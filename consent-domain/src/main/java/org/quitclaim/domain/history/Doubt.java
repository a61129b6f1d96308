package org.quitclaim.domain.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Why nobody can be sure that the history holds every no that was ever said.
 *
 * <p>While a doubt that {@link #forbids} is open no publication is cleared, no file leaves, and what would be green is amber; withdrawing,
 * erasing and reading go on. A doubt is opened by {@code DoubtHistory} in the installation's stream, by whoever found it,
 * as often as it is found; the same one is equal to itself and is opened once. It ends when an officer settles it with a
 * reason ({@code SettleDoubt}), or when the history that lacked something is replaced by a whole one, which never heard of
 * it.
 *
 * <p>A new kind of doubt is a record here with a code of its own, and words for that code: in {@code words-*.js} of the
 * screens (English and Dutch), in {@code problems_nl.properties}, and in the runbook "the history is damaged".
 */
public sealed interface Doubt {
    /** Stable, and the reason that gates, statuses and screens give, such as {@code history.positions-missing}. */
    String code();

    /** Whether nothing is cleared while it is open. */
    default boolean forbids() {
        return true;
    }

    /** Stable and equal for equal doubts only, by which an officer names it; without personal data. */
    String id();

    /** Positions of the history hold no event, and no stream lacks one there: a last event may have been a withdrawal. */
    record PositionsMissing(long first, long last) implements Doubt {
        public static final String CODE = "history.positions-missing";

        public PositionsMissing {
            Doubt.requireRange(first, last);
        }

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public String id() {
            return "positions-missing-" + first + "-" + last;
        }
    }

    /**
     * The history ended before the first of these positions, and something beside it had heard of events up to the last. The
     * events that were recorded since stand at the same positions, so this is never the same as {@link PositionsMissing}.
     */
    record EndMissing(long first, long last) implements Doubt {
        public EndMissing {
            Doubt.requireRange(first, last);
        }

        @Override
        public String code() {
            return PositionsMissing.CODE;
        }

        @Override
        public String id() {
            return "end-missing-" + first + "-" + last;
        }
    }

    /**
     * Events among these positions are not as they were written.
     *
     * @param shortDigest 16 hexadecimal digits of a digest of what they are now, so that a further change is a further doubt
     */
    record EventsAltered(long first, long last, String shortDigest) implements Doubt {
        public static final String CODE = "history.events-altered";
        private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{16}");

        public EventsAltered {
            Doubt.requireRange(first, last);
            if (!DIGITS.matcher(shortDigest).matches()) {
                throw new IllegalArgumentException("a digest of 16 hexadecimal digits");
            }
        }

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public String id() {
            return "events-altered-" + first + "-" + last + "-" + shortDigest;
        }
    }

    /**
     * This history was restored, copied or taken over, and the ledger at the backup target does not tell it every no since.
     * It counts for everybody who was registered before it was noted and whom no officer has confirmed since.
     */
    record NosMissing(Cause cause, Instant noted) implements Doubt {
        public static final String CODE = "history.nos-missing";

        /** Why the ledger does not reach. Names are stored: never rename one. */
        public enum Cause {
            ABSENT,
            SHORTER,
            ENDED,
            NOT_SEEN_LATELY
        }

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public String id() {
            return "nos-missing-" + cause.name().toLowerCase(Locale.ROOT).replace('_', '-') + '-'
                    + noted.getEpochSecond();
        }
    }

    /**
     * The ledger at the backup target, or the vault, told this history of nos that it lacked, and they were said again. The
     * newer history may still come back from a backup and name records that this one does not: it forbids nothing, but no
     * sealed record is destroyed because no event names it.
     */
    record OlderThanLedger(Instant noted) implements Doubt {
        public static final String CODE = "history.older-than-ledger";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public String id() {
            return "older-than-ledger-" + noted.getEpochSecond();
        }

        @Override
        public boolean forbids() {
            return false;
        }
    }

    /**
     * The ledger told of takedowns whose publications are younger than this history: what went offline and what did not
     * has to be found out by hand. It forbids nothing; who looked after them says so by settling it.
     */
    record TakedownsUnknown(int count, Instant noted) implements Doubt {
        public static final String CODE = "history.takedowns-unknown";

        public TakedownsUnknown {
            if (count < 1) {
                throw new IllegalArgumentException("at least one takedown");
            }
        }

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public String id() {
            return "takedowns-unknown-" + count + "-" + noted.getEpochSecond();
        }

        @Override
        public boolean forbids() {
            return false;
        }
    }

    /**
     * The clock was behind what had been recorded, and whoever runs the server said that it is right: it was ahead before.
     * If it is not, consents that ran out count again.
     *
     * @param clock what it said
     * @param recorded how far the history was by then
     */
    record ClockBehind(Instant clock, Instant recorded) implements Doubt {
        public static final String CODE = "history.clock-behind";

        public ClockBehind {
            if (!clock.isBefore(recorded)) {
                throw new IllegalArgumentException("a clock that is behind is before what was recorded");
            }
        }

        @Override
        public String code() {
            return CODE;
        }

        /** Both instants to the second, in the order clock, history: an officer reads them where the doubt is accepted. */
        @Override
        public String id() {
            return "clock-behind-" + second(clock) + "-" + second(recorded);
        }
    }

    private static String second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:]", "");
    }

    private static void requireRange(long first, long last) {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("positions count from 1, and the first is not behind the last");
        }
    }
}
