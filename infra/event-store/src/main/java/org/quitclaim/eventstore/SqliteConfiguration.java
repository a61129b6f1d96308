package org.quitclaim.eventstore;

import java.sql.SQLException;
import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
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
    ClockCheck clockCheck(EventDatabase database, Clock clock) throws SQLException {
        return ClockCheck.against(database, clock);
    }
}
