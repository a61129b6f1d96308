package org.quitclaim.eventstore.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.event.Event;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** All events in the order of their tokens, which count from 0, and the snapshots. */
final class History {
    private static final Metadata.Key<String> ERROR =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final List<Event> events = new ArrayList<>();
    private final Map<String, List<Event>> streams = new HashMap<>();
    private final Map<String, NavigableMap<Long, Event>> snapshots = new HashMap<>();
    private final Map<String, Set<Long>> lost = new HashMap<>();
    private final Map<String, Long> readFrom = new HashMap<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    /** Stores all of them or none: each has to be the next of its stream. */
    void append(List<Event> transaction) {
        synchronized (this) {
            Map<String, Long> expected = new HashMap<>();
            for (Event event : transaction) {
                String stream = event.getAggregateIdentifier();
                long next = expected.getOrDefault(stream, highest(stream) + 1);
                if (event.getAggregateSequenceNumber() != next) {
                    throw taken(event, next);
                }
                expected.put(stream, next + 1);
            }
            for (Event event : transaction) {
                events.add(event);
                kept(event.getAggregateIdentifier()).add(event);
            }
        }
        followers.forEach(Runnable::run);
    }

    private static StatusRuntimeException taken(Event event, long next) {
        Metadata trailers = new Metadata();
        trailers.put(ERROR, "AXONIQ-2000");
        return Status.OUT_OF_RANGE
                .withDescription("[AXONIQ-2000] Invalid sequence number " + event.getAggregateSequenceNumber()
                        + " for aggregate " + event.getAggregateIdentifier() + ", expected " + next)
                .asRuntimeException(trailers);
    }

    /** The last sequence number of a stream, -1 if it has none; also of an event that it lost. */
    synchronized long highest(String stream) {
        return streams.getOrDefault(stream, List.of()).size()
                + lost.getOrDefault(stream, Set.of()).size()
                - 1L;
    }

    private List<Event> kept(String stream) {
        return streams.computeIfAbsent(stream, any -> new ArrayList<>());
    }

    /** From now on it does not give the event, and still knows its number. */
    synchronized void lose(String stream, long sequence) {
        kept(stream).removeIf(event -> event.getAggregateSequenceNumber() == sequence);
        lost.computeIfAbsent(stream, any -> new HashSet<>()).add(sequence);
    }

    /** From now on it neither gives the last events, nor knows their numbers. */
    synchronized void forgetFrom(String stream, long sequence) {
        kept(stream).removeIf(event -> event.getAggregateSequenceNumber() >= sequence);
    }

    synchronized void spoil(String stream, long sequence) {
        kept(stream).replaceAll(event -> event.getAggregateSequenceNumber() == sequence ? spoilt(event) : event);
    }

    synchronized void spoilSnapshots() {
        snapshots.values().forEach(each -> each.replaceAll((sequence, snapshot) -> spoilt(snapshot)));
    }

    private static Event spoilt(Event event) {
        Event.Builder spoilt = event.toBuilder();
        spoilt.getPayloadBuilder().setData(ByteString.copyFromUtf8("#"));
        return spoilt.build();
    }

    synchronized int size() {
        return events.size();
    }

    synchronized Event event(long token) {
        return events.get((int) token);
    }

    synchronized List<Event> stream(String stream, long first, long last) {
        readFrom.put(stream, first);
        return streams.getOrDefault(stream, List.of()).stream()
                .filter(event -> event.getAggregateSequenceNumber() >= first)
                .filter(event -> event.getAggregateSequenceNumber() <= last)
                .toList();
    }

    synchronized void keep(Event snapshot) {
        snapshots
                .computeIfAbsent(snapshot.getAggregateIdentifier(), any -> new TreeMap<>())
                .put(
                        snapshot.getAggregateSequenceNumber(),
                        snapshot.toBuilder().setSnapshot(true).build());
    }

    /** The newest first. */
    synchronized List<Event> snapshots(String stream, long first, long last, int most) {
        NavigableMap<Long, Event> all = snapshots.getOrDefault(stream, new TreeMap<>());
        return first > last
                ? List.of()
                : all.subMap(first, true, last, true).descendingMap().values().stream()
                        .limit(most)
                        .toList();
    }

    synchronized List<String> snapshotTypes() {
        return snapshots.values().stream()
                .flatMap(each -> each.values().stream())
                .flatMap(each -> Stream.of(each.getPayload().getType()))
                .toList();
    }

    synchronized void lowerSnapshotRevisions() {
        snapshots
                .values()
                .forEach(each -> each.replaceAll((sequence, snapshot) -> {
                    Event.Builder older = snapshot.toBuilder();
                    older.getPayloadBuilder().setRevision("0");
                    return older.build();
                }));
    }

    /** The sequence number from which the stream was last read, -1 if it never was. */
    synchronized long lastReadFrom(String stream) {
        return readFrom.getOrDefault(stream, -1L);
    }

    /** Called after every append until {@link #forget}. */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    void forget(Runnable follower) {
        followers.remove(follower);
    }
}
