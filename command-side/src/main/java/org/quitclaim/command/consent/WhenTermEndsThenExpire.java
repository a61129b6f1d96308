package org.quitclaim.command.consent;

import java.time.Clock;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentCommand.ExpireConsent;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.PersonId;

/** Ends what has run out, at every tick of the clock; nobody has to look. Source: GDPR Art. 5(1)(e); R22. */
public final class WhenTermEndsThenExpire implements Runnable {
    private static final int AT_ONCE = 1_000;

    private final WorkIndex index;
    private final Revocations revocations;
    private final Clock clock;

    public WhenTermEndsThenExpire(WorkIndex index, Revocations revocations, Clock clock) {
        this.index = index;
        this.revocations = revocations;
        this.clock = clock;
    }

    @Override
    public void run() {
        index.all(
                        "select distinct person from due where ends_at <= ? order by ends_at limit " + AT_ONCE,
                        row -> new PersonId(row.getString(1)),
                        clock.instant().toEpochMilli())
                .forEach(this::expire);
    }

    private void expire(PersonId person) {
        try {
            revocations.carryOut(new ExpireConsent(person), Origin.system("expiry"));
        } catch (RejectedException e) {
            if (!e.rejection().equals(ConsentRejection.NOTHING_DUE)) {
                throw e;
            }
            index.settle(
                    "delete from due where person = ? and ends_at <= ?",
                    person.value(),
                    clock.instant().toEpochMilli());
        }
    }
}
