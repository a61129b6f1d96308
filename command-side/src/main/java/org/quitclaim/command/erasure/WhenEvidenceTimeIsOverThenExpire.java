package org.quitclaim.command.erasure;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentCommand.ExpireEvidence;
import org.quitclaim.domain.id.PersonId;

/**
 * Orders the erasure of proof that was kept long enough, and of the identity with it.
 *
 * <p>The clock runs from the last end of a consent, or from the registration of somebody who never gave one. Source:
 * GDPR Art. 5(1)(e); R68, R69.
 */
public final class WhenEvidenceTimeIsOverThenExpire implements Runnable {
    private static final int AT_ONCE = 1_000;

    private final WorkIndex index;
    private final Commands commands;
    private final Clock clock;
    private final ZoneId zone;
    private final Period retention;
    /** A thousand for whom it fails are passed over by the next tick, and come again when all were reached. */
    private String reached = "";

    public WhenEvidenceTimeIsOverThenExpire(
            WorkIndex index, Commands commands, Clock clock, ZoneId zone, Period retention) {
        this.index = index;
        this.commands = commands;
        this.clock = clock;
        this.zone = zone;
        this.retention = retention;
    }

    @Override
    public void run() {
        Instant before = clock.instant().atZone(zone).minus(retention).toInstant();
        List<PersonId> over = index.all(
                "select person from evidence where since <= ? and person > ? order by person limit " + AT_ONCE,
                row -> new PersonId(row.getString(1)),
                before.toEpochMilli(),
                reached);
        ForEach.guarded(over, this::expire);
        reached = over.size() < AT_ONCE ? "" : over.getLast().value();
    }

    private void expire(PersonId person) {
        try {
            commands.send(new ExpireEvidence(person), Origin.system("evidence-clock"));
        } catch (RejectedException e) {
            // a consent is live, whose end starts the clock anew; or everything was ordered before
            index.settle("delete from evidence where person = ?", person.value());
        }
    }
}
