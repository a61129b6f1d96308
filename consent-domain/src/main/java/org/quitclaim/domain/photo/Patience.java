package org.quitclaim.domain.photo;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long what is live waits for a human to settle a mark that a later look left.
 *
 * <p>Less than a day would take a library offline over a night; for longer than a month somebody who may not be shown would be.
 *
 * @param days 1 to 30
 */
public record Patience(int days) {
    public static final int SHORTEST = 1;
    public static final int LONGEST = 30;

    public static final Patience USUAL = new Patience(14);

    /** @throws IllegalArgumentException for fewer or more days */
    public Patience {
        if (days < SHORTEST || days > LONGEST) {
            throw new IllegalArgumentException("Patience is " + SHORTEST + " to " + LONGEST + " days");
        }
    }

    Instant after(Instant look) {
        return look.plus(Duration.ofDays(days));
    }
}
