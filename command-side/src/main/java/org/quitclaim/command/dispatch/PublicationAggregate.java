package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.publication.PublicationCommand;
import org.quitclaim.domain.publication.PublicationDecisions;
import org.quitclaim.domain.publication.PublicationEvent;
import org.quitclaim.domain.publication.PublicationState;

/** The Axon shell of a publication. */
@Aggregate(type = "publication", cache = "aggregateCache")
class PublicationAggregate {
    @AggregateIdentifier
    private String id;

    private PublicationState state = PublicationState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "publication.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(PublicationCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "publication")
    Recorded handle(PublicationCommand command, StreamTime time) {
        return Shell.record(PublicationDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(PublicationEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = PublicationDecisions.evolve(state, event);
    }
}
