package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.collection.CollectionCommand;
import org.quitclaim.domain.collection.CollectionDecisions;
import org.quitclaim.domain.collection.CollectionEvent;
import org.quitclaim.domain.collection.CollectionState;

/** The Axon shell of a collection. */
@Aggregate(type = "collection", cache = "aggregateCache")
class CollectionAggregate {
    @AggregateIdentifier
    private String id;

    private CollectionState state = CollectionState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "collection.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(CollectionCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "collection")
    Recorded handle(CollectionCommand command, StreamTime time) {
        return Shell.record(CollectionDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(CollectionEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = CollectionDecisions.evolve(state, event);
    }
}
