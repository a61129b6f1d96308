package org.quitclaim.command.governance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.governance.GovernanceCommand.DoubtHistory;
import org.quitclaim.domain.history.Doubt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the clock was set back while the server runs, which the next start could not: what was recorded since then
 * is behind it.
 *
 * <p><b>Guarantees:</b> from the next look on nothing is cleared, until an officer has settled the doubt. A clock that is
 * set back by less than two minutes, as by a time service, is passed over: it revives no consent for longer than that.
 */
final class RunningClock {
    private static final Logger LOG = LoggerFactory.getLogger(RunningClock.class);
    private static final Duration PASSED_OVER = Duration.ofMinutes(2);

    private final Clock clock;
    private final Commands commands;
    private final Installation installation;
    private Instant latest;

    public RunningClock(Clock clock, Commands commands, Installation installation) {
        this.clock = clock;
        this.commands = commands;
        this.installation = installation;
        this.latest = clock.instant();
    }

    synchronized void look() {
        Instant now = clock.instant();
        if (now.isBefore(latest.minus(PASSED_OVER))) {
            commands.offer(
                    new DoubtHistory(installation.id(), new Doubt.ClockBehind(now, latest)),
                    Origin.system("history-check"));
            LOG.error(
                    "The clock was set back while the server runs, from {} to {}. Nothing is cleared from now on, and"
                            + " withdrawing goes on, until an officer has settled it on the page Oversight.",
                    latest,
                    now);
            latest = now;
        } else if (now.isAfter(latest)) {
            latest = now;
        }
    }
}
