package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentDecisions;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState;

/** The Axon shell of a person's consent record; snapshotted, because the uses in its stream have no end. */
@Stored(value = "consent.snapshot", revision = 3)
@Aggregate(type = "consent", cache = "aggregateCache", snapshotTriggerDefinition = "snapshotEvery100Events")
class ConsentRecordAggregate {
    @AggregateIdentifier
    private String id;

    private ConsentState state = ConsentState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "consent.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(ConsentCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "consent")
    Recorded handle(ConsentCommand command, StreamTime time) {
        return Shell.record(ConsentDecisions.decide(state, command, when(command, time)));
    }

    /** What was said while nobody could write it down here keeps its day, and the order of this history is kept. */
    private Instant when(ConsentCommand command, StreamTime time) {
        return command instanceof ConsentCommand.CarryOutNoted noted
                        && noted.said().isAfter(latest)
                ? noted.said()
                : time.after(latest);
    }

    @EventSourcingHandler
    void on(ConsentEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = ConsentDecisions.evolve(state, event);
    }

    /** What a snapshot of this holds; for readers that fold the rest of the stream themselves. */
    ConsentState state() {
        return state;
    }
}
