package org.quitclaim.eventstore;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The connector's own auto-configuration supplies the event store and the buses; this adds what it lacks. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "quitclaim.event-store", havingValue = "axon-server")
class AxonServerConfiguration {
    @Bean
    StreamHead streamHead(@Lazy EventStore events) {
        return () -> {
            TrackingToken head = events.createHeadToken();
            return head == null ? 0 : head.position().orElse(0);
        };
    }
}
