package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.organisation.OrganisationCommand;
import org.quitclaim.domain.organisation.OrganisationDecisions;
import org.quitclaim.domain.organisation.OrganisationEvent;
import org.quitclaim.domain.organisation.OrganisationState;

/** The Axon shell of the organisation's stream. */
@Aggregate(type = "organisation", cache = "aggregateCache")
class OrganisationAggregate {
    @AggregateIdentifier
    private String id;

    private OrganisationState state = OrganisationState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "organisation.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(OrganisationCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "organisation")
    Recorded handle(OrganisationCommand command, StreamTime time) {
        return Shell.record(OrganisationDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(OrganisationEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = OrganisationDecisions.evolve(state, event);
    }
}
