package org.quitclaim.query.certificate;

import java.time.Instant;
import java.time.Period;
import java.util.Iterator;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.domain.governance.GovernanceDecisions;
import org.quitclaim.domain.governance.GovernanceEvent;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.vault.InstallationId;

/** For how long images of the machine that were made since then are kept, as the organisation recorded it. */
@FunctionalInterface
interface Horizons {
    /** The longest that was in force; empty if nothing was ever declared. */
    Optional<Period> since(Instant then);

    /** From the installation's own stream, and so not from what is set today. */
    static Horizons recorded(EventStore store, InstallationId installation) {
        return then -> {
            if (!(state(store, installation) instanceof Founded founded)) {
                return Optional.empty();
            }
            return founded.longestHorizonSince(then).stream()
                    .mapToObj(Period::ofDays)
                    .findFirst();
        };
    }

    private static GovernanceState state(EventStore store, InstallationId installation) {
        GovernanceState state = GovernanceState.NONE;
        Iterator<? extends DomainEventMessage<?>> events =
                store.readEvents(installation.value()).asStream().iterator();
        while (events.hasNext()) {
            state = GovernanceDecisions.evolve(
                    state, (GovernanceEvent) events.next().getPayload());
        }
        return state;
    }
}
