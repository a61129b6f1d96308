package org.quitclaim.command.governance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.governance.Dpia.Assessment;
import org.quitclaim.domain.governance.GovernanceCommand.SoundDpiaAlarm;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.governance.RecognitionMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says at every tick that the impact assessment is to be reviewed soon, or should have been, once each; and once after a start
 * that it is not of what is in use. Source: R75, R82.
 */
public final class WhenDpiaReviewIsDueThenAlarm implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WhenDpiaReviewIsDueThenAlarm.class);

    private final Streams streams;
    private final Commands commands;
    private final Installation installation;
    private final RecognitionMethod method;
    private final Clock clock;
    private final AtomicBoolean saidOtherMethod = new AtomicBoolean();

    public WhenDpiaReviewIsDueThenAlarm(
            Streams streams, Commands commands, Installation installation, RecognitionMethod method, Clock clock) {
        this.streams = streams;
        this.commands = commands;
        this.installation = installation;
        this.method = method;
        this.clock = clock;
    }

    @Override
    public void run() {
        if (streams.governance(installation.id()) instanceof Founded founded
                && founded.dpia().assessment() instanceof Assessment.Confirmed confirmed) {
            if (!founded.dpia().covers(method) && saidOtherMethod.compareAndSet(false, true)) {
                LOG.warn(
                        "Recognition is off: the impact assessment was approved for another model pack, other limits or"
                                + " other settings than those in use; see /api/governance/dpia.");
            }
            LocalDate today = LocalDate.ofInstant(clock.instant(), installation.zone());
            for (DueAlarm alarm : DueAlarm.values()) {
                if (!confirmed.alarms().contains(alarm)
                        && alarm.soundsOn(today, confirmed.paper().nextReview())) {
                    sound(alarm, today);
                }
            }
        }
    }

    private void sound(DueAlarm alarm, LocalDate today) {
        if (commands.offer(new SoundDpiaAlarm(installation.id(), alarm, today), Origin.system("due-dates"))
                .isPresent()) {
            LOG.warn("The review of the impact assessment is {}: see /api/governance/dpia.", alarm);
        }
    }
}
