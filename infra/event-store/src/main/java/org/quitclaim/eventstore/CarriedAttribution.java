package org.quitclaim.eventstore;

import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Hands on from a command to its events who gave it and why; Axon by itself hands on nothing but message ids. */
final class CarriedAttribution implements CorrelationDataProvider {
    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        return Attribution.in(message.getMetaData())
                .<Map<String, ?>>map(Attribution::metaData)
                .orElse(Map.of());
    }
}
