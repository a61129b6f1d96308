package org.quitclaim.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The events on Axon Server, over its maker's connector; everything else stays here.
 *
 * <p>Commands stay in this process, which answers them itself: an answer holds the recorded events as objects, and nothing
 * but the store is shared with others yet.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(StoreIs.AxonServer.class)
class AxonServerConfiguration {
    /**
     * As the connector's own configuration makes it, but for snapshots: it would store them under class names, and its
     * filter lets none through. One of an older form is let through, cannot be read, and is passed over.
     */
    @Bean
    AxonServerEventStore eventStore(
            org.axonframework.axonserver.connector.AxonServerConfiguration server,
            AxonServerConnectionManager connections,
            org.axonframework.config.Configuration axon,
            Clock clock,
            HistoryFaults faults,
            @Qualifier("eventSerializer") Serializer serializer) {
        AxonServerEventStore.Builder builder = AxonServerEventStore.builder()
                .configuration(server)
                .platformConnectionManager(connections)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .snapshotFilter((SnapshotFilter) any -> true)
                .upcasterChain(axon.upcasterChain())
                .spanFactory(axon.getComponent(EventBusSpanFactory.class));
        AxonServerEventStore events = WholeServerStore.of(builder, faults, serializer);
        events.registerDispatchInterceptor(new AttributedOnly());
        events.registerDispatchInterceptor(new StorableOnly(clock, serializer));
        return events;
    }

    @Bean
    CommandBus commandBus(
            TransactionManager transactions,
            DuplicateCommandHandlerResolver duplicates,
            org.axonframework.config.Configuration axon) {
        ServerCommandBus bus = new ServerCommandBus(ServerCommandBus.builder()
                .transactionManager(transactions)
                .duplicateCommandHandlerResolver(duplicates));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    QueryBus queryBus(TransactionManager transactions) {
        return SimpleQueryBus.builder().transactionManager(transactions).build();
    }

    @Bean
    StreamHead streamHead(@Lazy EventStore events) {
        return () -> StreamPosition.of(events.createHeadToken());
    }

    @Bean
    HistoryFindings historyFindings() {
        return HistoryFindings.NONE;
    }

    @Bean
    HistoryFaults historyFaults() {
        return new HistoryFaults();
    }

    @Bean
    ClockCheck clockCheck(
            EventStore events,
            org.axonframework.axonserver.connector.AxonServerConfiguration server,
            Clock clock,
            @Value("${quitclaim.clock-is-right:false}") boolean clockIsRight) {
        // the server has no way to ask for the newest time but to read everything
        Optional<Instant> last = ServerHead.recordedAt(events, server.getServers());
        return ClockCheck.against(last, last, clock, clockIsRight);
    }
}
