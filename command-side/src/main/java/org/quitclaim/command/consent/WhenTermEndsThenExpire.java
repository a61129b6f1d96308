package org.quitclaim.command.consent;

import java.time.Clock;
import java.util.List;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentCommand.ExpireConsent;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.id.PersonId;

/** Ends what has run out, at every tick of the clock; nobody has to look. Source: GDPR Art. 5(1)(e); R22. */
public final class WhenTermEndsThenExpire implements Runnable {
    private static final int AT_ONCE = 1_000;

    private final WorkIndex index;
    private final Revocations revocations;
    private final Clock clock;
    /** A thousand for whom it fails are passed over by the next tick, and come again when all were reached. */
    private String reached = "";

    public WhenTermEndsThenExpire(WorkIndex index, Revocations revocations, Clock clock) {
        this.index = index;
        this.revocations = revocations;
        this.clock = clock;
    }

    @Override
    public void run() {
        List<PersonId> due = index.all(
                "select person from due where ends_at <= ? and person > ? group by person order by person limit "
                        + AT_ONCE,
                row -> new PersonId(row.getString(1)),
                clock.instant().toEpochMilli(),
                reached);
        ForEach.guarded(due, this::expire);
        reached = due.size() < AT_ONCE ? "" : due.getLast().value();
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
