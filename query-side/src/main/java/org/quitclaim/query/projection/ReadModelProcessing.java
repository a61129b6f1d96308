package org.quitclaim.query.projection;

import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.async.SequentialPolicy;
import org.axonframework.messaging.StreamableMessageSource;

/** Gives every projection a processor of its own; one that joins streams handles all events in one sequence. */
final class ReadModelProcessing {
    private static final int BATCH_SIZE = 500;

    private ReadModelProcessing() {}

    static void register(
            EventProcessingConfigurer processing,
            List<Projection> projections,
            SequentialTokens tokens,
            ReadPositions positions,
            Changes changes) {
        for (Projection projection : projections) {
            String name = projection.name();
            EventIntake intake = new EventIntake(projection, positions, changes);
            processing
                    .registerEventHandler(configuration -> intake)
                    .assignHandlerInstancesMatching(name, handler -> handler == intake)
                    .registerPooledStreamingEventProcessor(
                            name,
                            Configuration::eventStore,
                            (configuration, processor) -> processor
                                    .batchSize(BATCH_SIZE)
                                    .initialSegmentCount(1)
                                    .initialToken(StreamableMessageSource::createTailToken))
                    .registerTokenStore(name, configuration -> tokens)
                    .registerSequencingPolicy(
                            name,
                            configuration -> projection.joinsStreams()
                                    ? new SequentialPolicy()
                                    : SequentialPerAggregatePolicy.instance())
                    .registerListenerInvocationErrorHandler(name, configuration -> PropagatingErrorHandler.instance());
        }
    }
}
