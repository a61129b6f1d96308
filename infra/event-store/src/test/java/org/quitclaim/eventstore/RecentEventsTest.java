package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.catalogue.EventCatalogue;

class RecentEventsTest {
    private static final Instant TO_THE_NANOSECOND = Instant.parse("2026-11-27T10:00:00.123456789Z");

    @TempDir
    Path data;

    private final AtomicInteger readsOfTheFile = new AtomicInteger();
    private EventDatabase database;
    private GroupCommitEventStorageEngine engine;

    @BeforeEach
    void open() throws Exception {
        database = EventDatabase.open(data, AppendObserver.NONE);
        engine = engine();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    /** Another one has not seen what was appended before, and reads the file. */
    private GroupCommitEventStorageEngine engine() {
        return GroupCommitEventStorageEngine.create(
                database.writer(),
                Clock.systemUTC(),
                () -> {
                    readsOfTheFile.incrementAndGet();
                    return database.reader();
                },
                new AppendIsTheCommit(),
                new StoredTypesSerializer(new StoredTypes(EventCatalogue.all())),
                new EventUpcasterChain());
    }

    @Test
    void everyEventIsTheSameFromMemoryAsFromTheFile() {
        List<Class<? extends DomainEvent>> kinds = List.copyOf(EventCatalogue.all());
        engine.appendEvents(List.of(event("before", 0, kinds.getFirst())));
        for (int i = 0; i < kinds.size(); i++) {
            engine.appendEvents(List.of(event("stream-" + i, 0, kinds.get(i))));
        }
        List<TrackedEventMessage<?>> fromMemory = after(engine, 1);
        assertThat(readsOfTheFile).hasValue(0);
        List<TrackedEventMessage<?>> fromFile = after(engine(), 1);
        assertThat(readsOfTheFile).hasPositiveValue();
        assertThat(fromMemory).hasSameSizeAs(kinds).hasSameSizeAs(fromFile);
        for (int i = 0; i < kinds.size(); i++) {
            DomainEventMessage<?> one = (DomainEventMessage<?>) fromMemory.get(i);
            DomainEventMessage<?> same = (DomainEventMessage<?>) fromFile.get(i);
            assertThat(fromMemory.get(i).trackingToken())
                    .isEqualTo(fromFile.get(i).trackingToken());
            assertThat(one.getPayload()).isEqualTo(same.getPayload());
            assertThat(one.getMetaData()).isEqualTo(same.getMetaData());
            assertThat(one.getTimestamp()).isEqualTo(same.getTimestamp());
            assertThat(one.getIdentifier()).isEqualTo(same.getIdentifier());
            assertThat(one.getType()).isEqualTo(same.getType());
            assertThat(one.getAggregateIdentifier()).isEqualTo(same.getAggregateIdentifier());
            assertThat(one.getSequenceNumber()).isEqualTo(same.getSequenceNumber());
        }
    }

    @Test
    void whoIsUpToDateIsGivenNothingWithoutAskingTheFile() {
        engine.appendEvents(List.of(event("a", 0, anyKind())));
        assertThat(after(engine, 1)).isEmpty();
        assertThat(readsOfTheFile).hasValue(0);
    }

    @Test
    void whoIsFarBehindReadsTheFileAndMissesNothing() {
        for (int i = 0; i < RecentEvents.KEPT + 2; i++) {
            engine.appendEvents(List.of(event("s" + i, 0, anyKind())));
        }
        assertThat(after(engine, 1)).hasSizeGreaterThan(100).first().matches(event -> position(event) == 2);
        assertThat(readsOfTheFile).hasPositiveValue();
        readsOfTheFile.set(0);
        assertThat(after(engine, 2)).hasSize(RecentEvents.KEPT);
        assertThat(readsOfTheFile).hasValue(0);
    }

    @Test
    void aRefusedUnitLeavesNeitherAGapNorATrace() {
        engine.appendEvents(List.of(event("a", 0, anyKind())));
        assertThatThrownBy(() -> engine.appendEvents(List.of(event("b", 0, anyKind()), event("a", 0, anyKind()))))
                .isInstanceOf(AggregateStreamCreationException.class);
        engine.appendEvents(List.of(event("c", 0, anyKind()), event("c", 1, anyKind())));
        assertThat(after(engine, 0))
                .extracting(
                        RecentEventsTest::position, event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
                .containsExactly(tuple(1L, "a"), tuple(2L, "c"), tuple(3L, "c"));
        assertThat(readsOfTheFile).hasValue(0);
    }

    private static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    private static List<TrackedEventMessage<?>> after(GroupCommitEventStorageEngine engine, long position) {
        try (Stream<? extends TrackedEventMessage<?>> events =
                engine.readEvents(GapAwareTrackingToken.newInstance(position, Set.of()), false)) {
            return new ArrayList<>(events.toList());
        }
    }

    private static Class<? extends DomainEvent> anyKind() {
        return EventCatalogue.all().iterator().next();
    }

    private static DomainEventMessage<?> event(String stream, long sequence, Class<? extends DomainEvent> kind) {
        DomainEvent payload = Specimen.of(kind);
        return new GenericDomainEventMessage<>(
                "sample",
                stream,
                sequence,
                payload,
                MetaData.from(Map.of("traceId", stream)),
                UUID.randomUUID().toString(),
                TO_THE_NANOSECOND);
    }
}
