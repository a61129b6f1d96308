package org.quitclaim.command.work;

import java.time.Clock;
import java.time.LocalDate;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.deadline.DueAlarm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at every tick what of one list is due soon or overdue, once each. Source: GDPR Art. 12(3); R48. */
public final class WhenDueThenAlarm implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WhenDueThenAlarm.class);
    private static final int LOOKED_AHEAD_DAYS = 7;

    private final WorkIndex index;
    private final Commands commands;
    private final Clock clock;
    private final DueList list;

    public WhenDueThenAlarm(WorkIndex index, Commands commands, Clock clock, DueList list) {
        this.index = index;
        this.commands = commands;
        this.clock = clock;
        this.list = list;
    }

    private record Due(String id, LocalDate on, int alarmed) {}

    @Override
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), list.zone());
        ForEach.guarded(
                index.all(
                        "select id, due_on, alarmed from " + list.table()
                                + " where closed = 0 and due_on <= ? and alarmed < ?",
                        row -> new Due(row.getString(1), LocalDate.parse(row.getString(2)), row.getInt(3)),
                        today.plusDays(LOOKED_AHEAD_DAYS).toString(),
                        DueAlarm.values().length),
                due -> sound(due, today));
    }

    private void sound(Due due, LocalDate today) {
        for (DueAlarm alarm : DueAlarm.values()) {
            if (alarm.ordinal() >= due.alarmed() && alarm.soundsOn(today, due.on())) {
                commands.offer(list.alarm().apply(due.id(), alarm), Origin.system("due-dates"));
                LOG.warn("Something on the list of due dates \"{}\" is {}.", list.table(), alarm);
            }
        }
    }
}
