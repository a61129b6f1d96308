package org.quitclaim.command.erasure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.erasure.DueAlarm;
import org.quitclaim.domain.erasure.ErasureCaseId;
import org.quitclaim.domain.erasure.ErasureCommand.SoundAlarm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at every tick which erasures are due soon or overdue, once each. Source: GDPR Art. 12(3); R48. */
public final class WhenErasureDueThenAlarm implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WhenErasureDueThenAlarm.class);
    private static final int LOOKED_AHEAD_DAYS = 7;

    private final WorkIndex index;
    private final Commands commands;
    private final Clock clock;

    public WhenErasureDueThenAlarm(WorkIndex index, Commands commands, Clock clock) {
        this.index = index;
        this.commands = commands;
        this.clock = clock;
    }

    private record Due(ErasureCaseId id, LocalDate on, int alarmed) {}

    @Override
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        index.all(
                        "select id, due_on, alarmed from erasure where closed = 0 and due_on <= ? and alarmed < ?",
                        row -> new Due(
                                new ErasureCaseId(row.getString(1)), LocalDate.parse(row.getString(2)), row.getInt(3)),
                        today.plusDays(LOOKED_AHEAD_DAYS).toString(),
                        DueAlarm.values().length)
                .forEach(due -> sound(due, today));
    }

    private void sound(Due due, LocalDate today) {
        for (DueAlarm alarm : DueAlarm.values()) {
            if (alarm.ordinal() >= due.alarmed() && alarm.soundsOn(today, due.on())) {
                commands.offer(new SoundAlarm(due.id(), alarm), Origin.system("due-dates"));
                LOG.warn("An erasure is {}: see the deletion files.", alarm);
            }
        }
    }
}
