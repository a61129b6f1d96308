package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.erasure.ErasureCommand;
import org.quitclaim.domain.erasure.ErasureDecisions;
import org.quitclaim.domain.erasure.ErasureEvent;
import org.quitclaim.domain.erasure.ErasureState;

/** The Axon shell of an erasure case. */
@Aggregate(type = "erasure", cache = "aggregateCache")
class ErasureCaseAggregate {
    @AggregateIdentifier
    private String id;

    private ErasureState state = ErasureState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "erasure.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(ErasureCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "erasure")
    Recorded handle(ErasureCommand command, StreamTime time) {
        return Shell.record(ErasureDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(ErasureEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = ErasureDecisions.evolve(state, event);
    }
}
