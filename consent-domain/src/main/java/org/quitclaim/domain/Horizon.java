package org.quitclaim.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How far from now a date that somebody gives may lie.
 *
 * <p>Nobody who is asked today lives in a hundred years, so a later end is no end; an earlier beginning is a slip of the
 * pen. It also keeps every instant in the history within what clocks, databases and calendars can count.
 */
public final class Horizon {
    public static final int YEARS = 100;

    /** A little more than that, so that neither leap days nor a time zone decide. */
    private static final Duration REACH = Duration.ofDays(YEARS * 366L);

    private Horizon() {}

    public static boolean includes(Instant now, Instant when) {
        return !when.isBefore(now.minus(REACH)) && !when.isAfter(end(now));
    }

    /** The last instant that is within it. */
    public static Instant end(Instant now) {
        return now.plus(REACH);
    }
}
