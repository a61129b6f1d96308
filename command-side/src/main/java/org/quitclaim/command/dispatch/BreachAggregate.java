package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.breach.BreachCommand;
import org.quitclaim.domain.breach.BreachDecisions;
import org.quitclaim.domain.breach.BreachEvent;
import org.quitclaim.domain.breach.BreachState;

/** The Axon shell of a breach. */
@Aggregate(type = "breach", cache = "aggregateCache")
class BreachAggregate {
    @AggregateIdentifier
    private String id;

    private BreachState state = BreachState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "breach.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(BreachCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "breach")
    Recorded handle(BreachCommand command, StreamTime time) {
        return Shell.record(BreachDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(BreachEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = BreachDecisions.evolve(state, event);
    }
}
