package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.rights.RightsCommand;
import org.quitclaim.domain.rights.RightsDecisions;
import org.quitclaim.domain.rights.RightsEvent;
import org.quitclaim.domain.rights.RightsState;

/** The Axon shell of a person's request. */
@Aggregate(type = "rights", cache = "aggregateCache")
class RightsRequestAggregate {
    @AggregateIdentifier
    private String id;

    private RightsState state = RightsState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "rights.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(RightsCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "rights")
    Recorded handle(RightsCommand command, StreamTime time) {
        return Shell.record(RightsDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(RightsEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = RightsDecisions.evolve(state, event);
    }
}
