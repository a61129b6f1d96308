package org.quitclaim.domain.breach;

import java.time.Instant;
import java.util.Set;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.id.BreachId;

/** What holds for a breach. */
public sealed interface BreachState {
    record Unreported() implements BreachState {}

    /** Being dealt with. */
    record Open(
            BreachId id,
            Affected affected,
            Instant discoveredAt,
            Revocation revocation,
            boolean authorityNotified,
            boolean personsInformed,
            Set<BreachAlarm> alarms)
            implements BreachState {
        public Open {
            alarms = Set.copyOf(alarms);
        }

        Open with(Revocation next) {
            return new Open(id, affected, discoveredAt, next, authorityNotified, personsInformed, alarms);
        }
    }

    record Closed(BreachId id) implements BreachState {}

    /** How far the keys are. */
    sealed interface Revocation {
        /** Nobody has asked yet; the very next event does. */
        record Unrequested() implements Revocation {}

        /** A second person has until then to agree. */
        record Requested(Voucher by, Instant until) implements Revocation {}

        record Confirmed() implements Revocation {}

        record Done() implements Revocation {}
    }

    BreachState NONE = new Unreported();
}
