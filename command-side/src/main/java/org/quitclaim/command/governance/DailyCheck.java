package org.quitclaim.command.governance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.work.Background;
import org.quitclaim.command.work.ListsCheck;
import org.quitclaim.command.work.StartOrder;
import org.quitclaim.command.work.Wait;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a day, while the server runs, whether what it rests on is what was written.
 *
 * <p><b>Guarantees:</b> a look that was due while the server was stopped is made up for at its start; one that fails is
 * tried again. It has a thread of its own, and nobody waits for it.
 */
final class DailyCheck extends Background {
    private static final Logger LOG = LoggerFactory.getLogger(DailyCheck.class);
    private static final Duration LOOK_AT_THE_CLOCK = Duration.ofMinutes(1);

    private final ListsCheck lists;
    private final RunningHistory history;
    private final RunningKeys keys;
    private final RunningClock setBack;
    private final Clock clock;
    private final Duration every;
    private volatile @Nullable Instant running;

    public DailyCheck(
            ListsCheck lists,
            RunningHistory history,
            RunningKeys keys,
            RunningClock setBack,
            Clock clock,
            Duration every) {
        super("daily-check", StartOrder.TELLING);
        this.lists = lists;
        this.history = history;
        this.keys = keys;
        this.setBack = setBack;
        this.clock = clock;
        this.every = every;
    }

    /** Has it look now; not a moment later than it would have. */
    void ask() {
        running = clock.instant();
        wake();
    }

    /** Since when it looks; empty while it does not. */
    Optional<Instant> underWay() {
        return Optional.ofNullable(running);
    }

    /** When it last came to its end. */
    Optional<Instant> last() {
        return lists.lastRun();
    }

    @Override
    protected void round() throws InterruptedException {
        boolean woken = wokenWithin(every.compareTo(LOOK_AT_THE_CLOCK) < 0 ? every : LOOK_AT_THE_CLOCK);
        setBack.look();
        if (woken || isDue()) {
            look();
        }
    }

    private boolean isDue() {
        Optional<Instant> last = lists.lastRun();
        if (last.isEmpty()) {
            // what was found whole at the start counts as looked at
            lists.ran();
            return false;
        }
        return Wait.isOver(every, last.get(), clock.instant());
    }

    private void look() throws InterruptedException {
        running = clock.instant();
        try {
            lists.run();
            history.look();
            keys.look();
            lists.ran();
        } catch (RuntimeException e) {
            LOG.error(
                    "It cannot be looked whether the history and the lists of work are whole, and is tried again ({}).",
                    e.getClass().getSimpleName());
        } finally {
            running = null;
        }
    }
}
