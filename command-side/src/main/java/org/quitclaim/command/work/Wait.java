package org.quitclaim.command.work;

import java.time.Duration;
import java.time.Instant;

/** When what is done every so often is due again. */
public final class Wait {
    private Wait() {}

    /**
     * Whether so much has passed since then. What lies in the future was noted by a clock that was ahead, and set right since:
     * nobody knows how long ago that is, so it counts as long enough, and nothing is silent until that time comes.
     */
    public static boolean isOver(Duration wait, Instant since, Instant now) {
        return since.isAfter(now) || !now.isBefore(since.plus(wait));
    }
}
