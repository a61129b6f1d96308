package org.quitclaim.domain.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.quitclaim.domain.Horizon;

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

    /** The first instant that is no longer covered; of the last day there is, its beginning. */
    public Instant ends() {
        LocalDate after = until.equals(LocalDate.MAX) ? until : until.plusDays(1);
        return after.atStartOfDay(zone).toInstant();
    }

    /** Whether it begins and ends within the lifetime of whoever is asked. */
    boolean isWithin(Instant now) {
        return Horizon.includes(now, begins()) && Horizon.includes(now, ends());
    }
}
