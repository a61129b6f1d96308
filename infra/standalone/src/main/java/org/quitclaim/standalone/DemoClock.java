package org.quitclaim.standalone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The system's clock, moved forward by as much as somebody asked for; never back. */
final class DemoClock extends Clock {
    private final Clock system = Clock.systemUTC();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** @return whether it could be moved: only forward */
    boolean moveTo(Instant instant) {
        Duration wanted = Duration.between(system.instant(), instant);
        Duration now = ahead.get();
        return wanted.compareTo(now) >= 0 && ahead.compareAndSet(now, wanted);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only: dates are taken in the zone that an event records");
    }
}
