package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.access.AccountCommand;
import org.quitclaim.domain.access.AccountDecisions;
import org.quitclaim.domain.access.AccountEvent;
import org.quitclaim.domain.access.AccountState;

/** The Axon shell of the account of a member of staff. */
@Aggregate(type = "account", cache = "aggregateCache")
class AccountAggregate {
    @AggregateIdentifier
    private String id;

    private AccountState state = AccountState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "account.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(AccountCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "account")
    Recorded handle(AccountCommand command, StreamTime time) {
        return Shell.record(AccountDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = AccountDecisions.evolve(state, event);
    }
}
