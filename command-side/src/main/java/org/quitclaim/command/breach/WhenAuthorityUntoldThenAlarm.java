package org.quitclaim.command.breach;

import java.time.Clock;
import java.time.Instant;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.breach.BreachAlarm;
import org.quitclaim.domain.breach.BreachCommand.SoundBreachAlarm;
import org.quitclaim.domain.id.BreachId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at every tick which breaches the authority has to be told of soon, or had to be, once each. Source: R37. */
public final class WhenAuthorityUntoldThenAlarm implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WhenAuthorityUntoldThenAlarm.class);

    private final WorkIndex index;
    private final Commands commands;
    private final Clock clock;

    public WhenAuthorityUntoldThenAlarm(WorkIndex index, Commands commands, Clock clock) {
        this.index = index;
        this.commands = commands;
        this.clock = clock;
    }

    private record Untold(BreachId id, Instant discoveredAt) {}

    @Override
    public void run() {
        ForEach.guarded(
                index.all(
                        "select id, discovered_at from breach where notified = 0 and closed = 0",
                        row -> new Untold(new BreachId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2)))),
                this::sound);
    }

    private void sound(Untold breach) {
        for (BreachAlarm alarm : BreachAlarm.values()) {
            if (alarm.soundsAt(clock.instant(), breach.discoveredAt())
                    && commands.offer(new SoundBreachAlarm(breach.id(), alarm), Origin.system("due-dates"))
                            .isPresent()) {
                LOG.warn("Telling the authority of a breach is {}: see /api/breaches.", alarm);
            }
        }
    }
}
