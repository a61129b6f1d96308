package org.quitclaim.eventstore;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC engine, reading on pooled connections and appending through the {@link GroupCommitWriter}; who follows
 * close behind is given the {@link RecentEvents}.
 *
 * <p><b>Guarantees:</b> a stream is read to its highest sequence or not at all, and nobody reads past a position without an
 * event, unless that loss is known. An append that returns is on disk. It happens in the prepare-commit phase of Axon's unit of
 * work, so nothing may veto afterwards: there is no transaction that could still roll back, and start-up refuses
 * subscribing event processors, whose exceptions could. An event carries the time of the clock given here, not of the one
 * that Axon keeps for everything in the process.
 */
final class GroupCommitEventStorageEngine extends JdbcEventStorageEngine implements StreamHead {
    static final int READ_BATCH = 256;

    private final GroupCommitWriter writer;
    private final Clock clock;
    private final RecentEvents recent = new RecentEvents();
    private final HistoryFaults faults = new HistoryFaults();
    private final OwnSnapshots snapshots;
    private volatile Runnable afterCommit = () -> {};

    private GroupCommitEventStorageEngine(
            Builder builder, GroupCommitWriter writer, Clock clock, OwnSnapshots snapshots) {
        super(builder);
        this.snapshots = snapshots;
        this.writer = writer;
        this.clock = clock;
    }

    static GroupCommitEventStorageEngine create(
            GroupCommitWriter writer,
            Clock clock,
            ConnectionProvider reads,
            TransactionManager transactions,
            Serializer serializer,
            EventUpcaster upcasters) {
        Builder builder = builder()
                .schema(EventTables.SCHEMA)
                .connectionProvider(reads)
                .transactionManager(transactions)
                .createHeadToken(EventTables::head)
                .createTailToken(EventTables::tail)
                .createTokenAt(EventTables::tokenAt)
                .fetchTrackedEvents(EventTables::nextAfter)
                .readEventDataForAggregate(EventTables::streamFrom)
                .lastSequenceNumberFor(EventTables::lastSequence);
        builder.persistenceExceptionResolver(new DuplicateKeys())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(upcasters)
                .batchSize(READ_BATCH);
        return new GroupCommitEventStorageEngine(builder, writer, clock, new OwnSnapshots(serializer));
    }

    /** From now on calls whom it is given after each commit of events, on the thread that appended them. */
    void onCommit(Runnable told) {
        afterCommit = told;
    }

    @Override
    public long position() {
        return writer.head();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return recent.after(token, writer.head()).orElseGet(() -> super.readEvents(token, mayBlock));
    }

    @Override
    public DomainEventStream readEvents(String stream, long first) {
        return CheckedStream.readable(stream, super.readEvents(stream, first), faults::report);
    }

    /** One that is spoilt, changed or another process's is passed over: the stream says the same. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return super.readSnapshot(stream).filter(snapshots::holds);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String stream, long first) {
        faults.requireWhole(stream);
        return WholeStream.of(
                stream, first, READ_BATCH, faults::report, from -> fetchDomainEvents(stream, from, READ_BATCH));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken last, int atMost) {
        return faults.through(StreamPosition.of(last), super.fetchTrackedEvents(last, atMost));
    }

    /** What is wrong with the history as far as is known. */
    HistoryFaults faults() {
        return faults;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        append(AppendedEvents.of(events, clock.instant(), serializer, recent), events.getFirst());
        afterCommit.run();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        EventRow row = EventRow.of(snapshot, serializer);
        append(session -> session.replaceSnapshot(row), snapshot);
        snapshots.stored(snapshot);
    }

    private void append(WriteUnit unit, EventMessage<?> first) {
        try {
            // not interruptible: whoever stopped waiting would not know whether it was stored
            writer.submit(unit).join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof Exception cause)) {
                throw new EventStoreException("The event store failed", e);
            }
            handlePersistenceException(cause, first);
        }
    }
}
