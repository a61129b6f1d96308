package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoDecisions;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoState;

/** The Axon shell of a photo; snapshotted, because every release is an event in its stream. */
@Stored("photo.snapshot")
@Aggregate(type = "photo", cache = "aggregateCache", snapshotTriggerDefinition = "snapshotEvery100Events")
class PhotoAggregate {
    @AggregateIdentifier
    private String id;

    private PhotoState state = PhotoState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "photo.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(PhotoCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "photo")
    Recorded handle(PhotoCommand command, StreamTime time) {
        return Shell.record(PhotoDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(PhotoEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = PhotoDecisions.evolve(state, event);
    }

    /** What a snapshot of this holds; for readers that fold the rest of the stream themselves. */
    PhotoState state() {
        return state;
    }
}
