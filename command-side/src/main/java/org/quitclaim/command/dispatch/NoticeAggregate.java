package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.notice.NoticeCommand;
import org.quitclaim.domain.notice.NoticeDecisions;
import org.quitclaim.domain.notice.NoticeEvent;
import org.quitclaim.domain.notice.NoticeState;

/** The Axon shell of a notice. */
@Aggregate(type = "notice", cache = "aggregateCache")
class NoticeAggregate {
    @AggregateIdentifier
    private String id;

    private NoticeState state = NoticeState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "notice.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(NoticeCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "notice")
    Recorded handle(NoticeCommand command, StreamTime time) {
        return Shell.record(NoticeDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(NoticeEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = NoticeDecisions.evolve(state, event);
    }
}
