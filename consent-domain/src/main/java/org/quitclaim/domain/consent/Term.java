package org.quitclaim.domain.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * From when until when: inclusive local dates in a zone that is recorded with them.
 *
 * <p><b>Guarantees:</b> {@code from} is not after {@code until}; there is always an end.
 */
public record Term(LocalDate from, LocalDate until, ZoneId zone) {
    public Term {
        if (from.isAfter(until)) {
            throw new IllegalArgumentException("a term ends on or after the day it begins");
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(begins()) && instant.isBefore(ends());
    }

    /** The first instant of the first day. */
    public Instant begins() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant that is no longer covered. */
    public Instant ends() {
        return until.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
