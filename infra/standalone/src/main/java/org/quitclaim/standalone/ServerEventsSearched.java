package org.quitclaim.standalone;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.quitclaim.vault.remnant.DestroyedKey;
import org.quitclaim.vault.remnant.FingerprintScan;
import org.quitclaim.vault.remnant.Leftover;
import org.quitclaim.vault.remnant.Leftovers;
import org.quitclaim.vault.remnant.SearchedStore;

/**
 * Every event and every snapshot, as Axon Server gives them.
 *
 * <p><b>Not seen:</b> what lies on the server's disks beside that, its replicas and its backups.
 */
final class ServerEventsSearched implements SearchedStore {
    private static final String NAME = "axon-server";
    private static final int AT_ONCE = 1_000;
    private static final int REFILL = 500;
    private static final int PATIENCE_SECONDS = 30;
    /** A snapshot is taken of streams of a hundred events: a shorter one has none, and there are very many. */
    private static final int SNAPSHOTS_FROM = 50;

    private final Supplier<AxonServerConnection> connection;
    private long scanned;

    ServerEventsSearched(Supplier<AxonServerConnection> connection) {
        this.connection = connection;
    }

    @Override
    public boolean byFingerprint() {
        return true;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long scannedBytes() {
        return scanned;
    }

    @Override
    public List<Leftover> find(List<DestroyedKey> erased) throws IOException {
        FingerprintScan scan = new FingerprintScan(
                erased.stream().flatMap(one -> one.fingerprints().stream()).toList());
        List<Leftover> left = new ArrayList<>();
        try {
            EventChannel events = connection.get().eventChannel();
            for (String stream : scanEvents(events, scan, erased, left)) {
                Iterator<Event> snapshots = events.loadSnapshots(stream, Long.MAX_VALUE, Integer.MAX_VALUE)
                        .asStream()
                        .iterator();
                while (snapshots.hasNext()) {
                    left.addAll(in(snapshots.next(), scan, erased, "snapshots"));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while searching the events on Axon Server", e);
        } catch (ExecutionException | TimeoutException | StreamClosedException | StatusRuntimeException e) {
            throw new IOException("the events on Axon Server cannot be searched", e);
        }
        scanned = scan.scanned();
        return left.stream().distinct().toList();
    }

    /** Answers the streams that are long enough for a snapshot. */
    private static Set<String> scanEvents(
            EventChannel events, FingerprintScan scan, List<DestroyedKey> erased, List<Leftover> left)
            throws InterruptedException, ExecutionException, TimeoutException, IOException {
        Set<String> longOnes = new HashSet<>();
        long last = events.getLastToken().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        try (EventStream all = events.openStream(-1, AT_ONCE, REFILL)) {
            for (long token = -1; token < last; ) {
                EventWithToken next = all.nextIfAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new IOException("Axon Server does not give its events up to the last one");
                }
                token = next.getToken();
                left.addAll(in(next.getEvent(), scan, erased, "events"));
                if (next.getEvent().getAggregateSequenceNumber() >= SNAPSHOTS_FROM) {
                    longOnes.add(next.getEvent().getAggregateIdentifier());
                }
            }
        }
        return longOnes;
    }

    private static List<Leftover> in(Event event, FingerprintScan scan, List<DestroyedKey> erased, String place) {
        return Leftovers.of(erased, scan.in(event.toByteArray()), NAME, place);
    }
}
