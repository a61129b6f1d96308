package org.quitclaim.domain.breach;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.id.BreachId;
import org.quitclaim.domain.vault.RecordId;

/** Orders to the record of one breach. Everything said in words is sealed. */
public sealed interface BreachCommand extends DomainCommand {
    BreachId breach();

    @Override
    default BreachId target() {
        return breach();
    }

    /** Begins the record and its clock, and asks for the keys to be revoked. */
    record ReportCompromise(BreachId breach, Affected affected, Instant discoveredAt, RecordId account, Voucher by)
            implements BreachCommand, Creating {}

    /** Asks again, when nobody confirmed in time. */
    record RequestRevocation(BreachId breach, Voucher by) implements BreachCommand {}

    /**
     * Somebody else agrees: the keys go. Source: R72.
     *
     * @param alone whether the organisation said that one person is enough
     */
    record ConfirmRevocation(BreachId breach, Voucher by, boolean alone) implements BreachCommand {}

    /** Every affected key is ordered to be destroyed. */
    record RecordRevocation(BreachId breach) implements BreachCommand {}

    /** @param delay why it was not done within 72 hours; needed only then */
    record RecordNotification(BreachId breach, RecordId reference, List<RecordId> delay) implements BreachCommand {
        public RecordNotification {
            delay = List.copyOf(delay);
        }
    }

    record RecordPersonsInformed(BreachId breach, RecordId how) implements BreachCommand {}

    record SoundBreachAlarm(BreachId breach, BreachAlarm alarm) implements BreachCommand {}

    /** @param why the authority or the persons need not be told, or nobody confirmed; needed only then */
    record CloseBreach(BreachId breach, List<RecordId> why) implements BreachCommand {
        public CloseBreach {
            why = List.copyOf(why);
        }
    }
}
