package org.quitclaim.eventstore;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The connector's own auto-configuration supplies the event store; this adds what it lacks.
 *
 * <p>Commands stay in this process, which answers them itself: an answer holds the recorded events as objects, and nothing
 * but the store is shared with others yet.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "quitclaim.event-store", havingValue = "axon-server")
class AxonServerConfiguration {
    @Bean
    CommandBus commandBus(
            TransactionManager transactions,
            DuplicateCommandHandlerResolver duplicates,
            org.axonframework.config.Configuration axon) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(transactions)
                .duplicateCommandHandlerResolver(duplicates)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    StreamHead streamHead(@Lazy EventStore events) {
        return () -> {
            TrackingToken head = events.createHeadToken();
            return head == null ? 0 : head.position().orElse(0);
        };
    }
}
