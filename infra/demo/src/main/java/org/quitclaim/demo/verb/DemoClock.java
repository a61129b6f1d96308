package org.quitclaim.demo.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.quitclaim.domain.Horizon;

/**
 * The system's clock, moved forward by as much as somebody asked for; never back, not by a restart either: a clock behind
 * the last event would rightly be refused.
 */
public final class DemoClock extends Clock {
    private final Clock system = Clock.systemUTC();
    private final Path kept;
    private volatile Duration ahead;

    /** @param kept the file that says how far ahead it is */
    public DemoClock(Path kept) throws IOException {
        this.kept = kept;
        this.ahead = Files.exists(kept) ? Duration.parse(Files.readString(kept)) : Duration.ZERO;
    }

    /** @return whether it could be moved: only forward */
    public synchronized boolean moveTo(Instant instant) throws IOException {
        Duration wanted = Duration.between(system.instant(), instant);
        if (wanted.compareTo(ahead) < 0) {
            return false;
        }
        // a kill in between would leave half a file, and the next start could not read it
        Path whole = Files.writeString(kept.resolveSibling(kept.getFileName() + ".new"), wanted.toString());
        Files.move(whole, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        ahead = wanted;
        return true;
    }

    /** Beyond it the dates that are counted from its day would leave what can be counted. */
    Instant farthest() {
        return Horizon.end(system.instant());
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead);
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
