package org.quitclaim.command.dispatch;

import java.time.Clock;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.eventstore.SnapshotTypes;
import org.quitclaim.eventstore.StreamHead;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The shells, and what sends to them. */
@Configuration(proxyBeanMethods = false)
@Import({
    NoticeAggregate.class,
    ConsentRecordAggregate.class,
    CollectionAggregate.class,
    PhotoAggregate.class,
    PublicationAggregate.class,
    ErasureCaseAggregate.class,
    RightsRequestAggregate.class,
    InstallationAggregate.class,
    BreachAggregate.class,
    OrganisationAggregate.class,
    VocabularyAggregate.class,
    AccountAggregate.class,
    TokenAggregate.class,
    LinksAggregate.class
})
public class DispatchConfiguration {
    private static final int SNAPSHOT_AFTER = 100;

    /** A photo with five faces weighs some kilobytes. */
    private static final int AGGREGATES = 4_096;

    /** Whose states are kept beside their events. */
    public static Set<Class<?>> snapshotted() {
        return Set.of(ConsentRecordAggregate.class, PhotoAggregate.class);
    }

    @Bean
    SnapshotTypes snapshotTypes() {
        return new SnapshotTypes(snapshotted());
    }

    @Bean
    SnapshotTriggerDefinition snapshotEvery100Events(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, SNAPSHOT_AFTER);
    }

    @Bean
    Cache aggregateCache() {
        return new AggregateCache(AGGREGATES);
    }

    @Bean
    PositionHeader positionHeader(StreamHead head) {
        return new PositionHeader(head);
    }

    @Bean
    StreamTime streamTime(Clock clock) {
        return new StreamTime(clock);
    }

    @Bean
    Streams streams(EventStore store) {
        return new Streams(store);
    }

    @Bean
    Commands commands(CommandGateway gateway, Streams streams, StreamTime time) {
        return new Commands(gateway, streams, time);
    }
}
