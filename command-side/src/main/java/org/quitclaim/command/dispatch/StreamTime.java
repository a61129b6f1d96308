package org.quitclaim.command.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Sets the time of what a stream records: the command side's clock, but never behind what the stream says already.
 *
 * <p><b>Units:</b> milliseconds, so that an instant survives every store unchanged.
 */
final class StreamTime {
    private final Clock clock;

    public StreamTime(Clock clock) {
        this.clock = clock;
    }

    public Instant after(Instant latest) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(latest) ? latest : now;
    }
}
