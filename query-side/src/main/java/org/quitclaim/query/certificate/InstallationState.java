package org.quitclaim.query.certificate;

import java.util.Iterator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.domain.governance.GovernanceDecisions;
import org.quitclaim.domain.governance.GovernanceEvent;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.id.InstallationId;

/** What the organisation recorded for the whole installation, from its own stream, and so not from what is set today. */
final class InstallationState {
    private InstallationState() {}

    static GovernanceState read(EventStore store, InstallationId installation) {
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
