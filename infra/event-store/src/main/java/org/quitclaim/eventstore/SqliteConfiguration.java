package org.quitclaim.eventstore;

import java.sql.SQLException;
import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "quitclaim.event-store", havingValue = "sqlite", matchIfMissing = true)
class SqliteConfiguration {
    @Bean
    EventDatabase eventDatabase(DataFolderLock lock, ObjectProvider<AppendObserver> observer) throws SQLException {
        return EventDatabase.open(lock.folder(), observer.getIfAvailable(() -> AppendObserver.NONE));
    }

    @Bean
    GroupCommitEventStorageEngine eventStorageEngine(
            EventDatabase database,
            Clock clock,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer serializer,
            ObjectProvider<EventUpcaster> upcasters) {
        return GroupCommitEventStorageEngine.create(
                database.writer(),
                clock,
                database::reader,
                transactions,
                serializer,
                new EventUpcasterChain(upcasters.orderedStream().toList()));
    }

    @Bean
    HistoryFaults historyFaults(GroupCommitEventStorageEngine engine) {
        return engine.faults();
    }

    /** As Axon would configure it, and under the names that it would give it. */
    @Qualifier("eventStore")
    @Bean(name = "eventBus")
    PromptEventStore eventStore(GroupCommitEventStorageEngine engine, org.axonframework.config.Configuration axon) {
        PromptEventStore events = new PromptEventStore(
                EmbeddedEventStore.builder()
                        .storageEngine(engine)
                        .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                        .spanFactory(axon.getComponent(EventBusSpanFactory.class)),
                engine);
        events.registerDispatchInterceptor(new AttributedOnly());
        return events;
    }

    @Bean
    ClockCheck clockCheck(EventDatabase database, Clock clock) throws SQLException {
        return ClockCheck.against(database, clock);
    }
}
