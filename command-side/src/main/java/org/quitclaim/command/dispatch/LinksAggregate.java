package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.link.LinkCommand;
import org.quitclaim.domain.link.LinkDecisions;
import org.quitclaim.domain.link.LinkEvent;
import org.quitclaim.domain.link.LinksState;

/** The Axon shell of the links to one quitclaim. */
@Aggregate(type = "links", cache = "aggregateCache")
class LinksAggregate {
    @AggregateIdentifier
    private String id;

    private LinksState state = LinksState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "links.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(LinkCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "links")
    Recorded handle(LinkCommand command, StreamTime time) {
        return Shell.record(LinkDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(LinkEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = LinkDecisions.evolve(state, event);
    }
}
