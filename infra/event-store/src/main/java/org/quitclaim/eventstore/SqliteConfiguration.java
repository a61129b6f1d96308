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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Conditional(StoreIs.Sqlite.class)
class SqliteConfiguration {
    @Bean
    WholeHistory wholeHistory(DataFolderLock lock, StoredTypes types, ObjectProvider<HistoryKnowledge.Source> beside) {
        return new WholeHistory(lock.folder(), types, beside.getIfAvailable(() -> folder -> HistoryKnowledge.NONE));
    }

    /**
     * Found before anything opens the file. What no stream can explain, and what was altered, is for whoever knows what was
     * accepted; a missing end is never among that.
     */
    @Bean
    HistoryFindings historyFindings(
            WholeHistory history, @Value("${quitclaim.whole-streams-only:false}") boolean wholeStreamsOnly) {
        HistoryFindings found = history.beforeStart();
        if ((!found.damaged().isEmpty()
                        || found.end().isPresent()
                        || found.kept().isPresent())
                && !wholeStreamsOnly) {
            throw HistoryRefusal.of(found);
        }
        return found;
    }

    @Bean
    EventDatabase eventDatabase(
            DataFolderLock lock,
            DiskReserve reserve,
            HistoryFindings checkedBefore,
            WholeHistory history,
            ObjectProvider<AppendObserver> observer)
            throws SQLException {
        EventDatabase database =
                EventDatabase.open(lock.folder(), observer.getIfAvailable(() -> AppendObserver.NONE), reserve);
        history.writtenBy(database.writer());
        return database;
    }

    @Bean
    StoredEvents storedEvents(EventDatabase database) {
        return new StoredEvents(database);
    }

    @Bean
    GroupCommitEventStorageEngine eventStorageEngine(
            EventDatabase database,
            HistoryFindings found,
            Clock clock,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer serializer,
            ObjectProvider<EventUpcaster> upcasters) {
        GroupCommitEventStorageEngine engine = GroupCommitEventStorageEngine.create(
                database.writer(),
                clock,
                database::reader,
                transactions,
                serializer,
                new EventUpcasterChain(upcasters.orderedStream().toList()));
        engine.faults().are(found.gaps(), found.unreadable(), found.damaged(), found.kept());
        return engine;
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
    ClockCheck clockCheck(
            EventDatabase database, Clock clock, @Value("${quitclaim.clock-is-right:false}") boolean clockIsRight)
            throws SQLException {
        return ClockCheck.against(database, clock, clockIsRight);
    }
}
