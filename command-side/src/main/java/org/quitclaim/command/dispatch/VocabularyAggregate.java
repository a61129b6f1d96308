package org.quitclaim.command.dispatch;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.vocabulary.VocabularyCommand;
import org.quitclaim.domain.vocabulary.VocabularyDecisions;
import org.quitclaim.domain.vocabulary.VocabularyEvent;
import org.quitclaim.domain.vocabulary.VocabularyState;

/** The Axon shell of the list of contexts. */
@Aggregate(type = "vocabulary", cache = "aggregateCache")
class VocabularyAggregate {
    @AggregateIdentifier
    private String id;

    private VocabularyState state = VocabularyState.NONE;
    private Instant latest = Instant.EPOCH;

    @CommandHandler(commandName = "vocabulary.begin")
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Recorded begin(VocabularyCommand command, StreamTime time) {
        return handle(command, time);
    }

    @CommandHandler(commandName = "vocabulary")
    Recorded handle(VocabularyCommand command, StreamTime time) {
        return Shell.record(VocabularyDecisions.decide(state, command, time.after(latest)));
    }

    @EventSourcingHandler
    void on(VocabularyEvent event) {
        id = event.stream().value();
        latest = event.at();
        state = VocabularyDecisions.evolve(state, event);
    }
}
