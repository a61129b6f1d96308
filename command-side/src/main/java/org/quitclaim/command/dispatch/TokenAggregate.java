package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.access.TokenCommand;
import org.quitclaim.domain.access.TokenDecisions;
import org.quitclaim.domain.access.TokenEvent;
import org.quitclaim.domain.access.TokenState;

/** The Axon shell of the token of a machine. */
@Aggregate(type = "token", cache = "aggregateCache")
class TokenAggregate {
    @AggregateIdentifier
    private String id;

    private TokenState state = TokenState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "token.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(TokenCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "token")
    Recorded handle(TokenCommand command, StreamTime time) {
        return Shell.record(TokenDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(TokenEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = TokenDecisions.evolve(state, event);
    }
}
