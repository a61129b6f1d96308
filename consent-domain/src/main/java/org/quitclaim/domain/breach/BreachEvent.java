package org.quitclaim.domain.breach;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.id.BreachId;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;

/** What was recorded of a breach. */
public sealed interface BreachEvent extends DomainEvent {
    BreachId breach();

    @Override
    default BreachId stream() {
        return breach();
    }

    @Stored("breach.compromise-reported")
    record CompromiseReported(BreachId breach, Affected affected, Instant discoveredAt, RecordId account, Instant at)
            implements BreachEvent {}

    @Stored("breach.revocation-requested")
    record RevocationRequested(BreachId breach, Voucher by, Instant until, Instant at) implements BreachEvent {}

    @Stored("breach.revocation-confirmed")
    record RevocationConfirmed(BreachId breach, AccountId by, Instant at) implements BreachEvent {}

    @Stored("breach.keys-revoked")
    record KeysRevoked(BreachId breach, Instant at) implements BreachEvent {}

    @Stored("breach.authority-notified")
    record AuthorityNotified(BreachId breach, RecordId reference, List<RecordId> delay, Instant at)
            implements BreachEvent {
        public AuthorityNotified {
            delay = List.copyOf(delay);
        }
    }

    @Stored("breach.persons-informed")
    record PersonsInformed(BreachId breach, RecordId how, Instant at) implements BreachEvent {}

    @Stored("breach.alarm-sounded")
    record BreachAlarmSounded(BreachId breach, BreachAlarm alarm, Instant at) implements BreachEvent {}

    @Stored("breach.closed")
    record BreachClosed(BreachId breach, List<RecordId> why, Instant at) implements BreachEvent {
        public BreachClosed {
            why = List.copyOf(why);
        }
    }
}
