package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.governance.GovernanceCommand;
import org.quitclaim.domain.governance.GovernanceDecisions;
import org.quitclaim.domain.governance.GovernanceEvent;
import org.quitclaim.domain.governance.GovernanceState;

/** The Axon shell of the installation's own stream. */
@Aggregate(type = "governance", cache = "aggregateCache")
class InstallationAggregate {
    @AggregateIdentifier
    private String id;

    private GovernanceState state = GovernanceState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "governance.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(GovernanceCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "governance")
    Recorded handle(GovernanceCommand command, StreamTime time) {
        return Shell.record(GovernanceDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(GovernanceEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = GovernanceDecisions.evolve(state, event);
    }
}
