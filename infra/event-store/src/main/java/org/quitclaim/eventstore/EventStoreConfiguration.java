package org.quitclaim.eventstore;

import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration;
import org.quitclaim.domain.vocabulary.ReadVocabulary;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Wires Axon by hand: its own auto-configuration names classes of Boot 3, and on Boot 4 it would run without an event
 * store and without an error.
 *
 * <p>Beans for other modules: {@link DataFolderLock}, {@link DiskReserve}, {@link StreamHead}, {@link java.time.Clock}, Axon's gateways, and
 * the policies' token store as the default one. A module may bring its own {@link Clock}, {@link AppendObserver},
 * {@link StoredTypes}, {@link SnapshotTypes} and event upcasters.
 */
@AutoConfiguration(
        before = {AxonAutoConfiguration.class, AxonServerAutoConfiguration.class, AxonServerBusAutoConfiguration.class})
@EnableConfigurationProperties({EventStoreProperties.class, DiskSettings.class})
@Import({
    DataFolderConfiguration.class,
    SerializerConfiguration.class,
    SqliteConfiguration.class,
    AxonServerConfiguration.class,
    ProcessingConfiguration.class,
    StartUpConfiguration.class
})
public class EventStoreConfiguration {
    @Bean
    ReadVocabulary vocabularyStream(EventStore store) {
        return new VocabularyStream(store);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
