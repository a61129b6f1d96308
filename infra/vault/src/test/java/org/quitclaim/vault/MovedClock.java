package org.quitclaim.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until moved. */
public final class MovedClock implements InstantSource {
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
