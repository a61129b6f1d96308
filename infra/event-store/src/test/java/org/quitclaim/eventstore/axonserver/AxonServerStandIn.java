package org.quitclaim.eventstore.axonserver;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Answers on loopback what the connector asks of Axon Server for this product, from memory.
 *
 * <p>It is <b>not</b> Axon Server and proves nothing about it: neither that it keeps what it confirms, nor how it behaves
 * under load, in a cluster or with access control. It was written from the connector's service definitions and sources,
 * so what both misunderstand stays hidden. What it shows is our side of the wire: that the product sends, reads, waits,
 * retries and refuses as it should when the answers are those that the vendor's interface describes.
 *
 * <p><b>Guarantees:</b> a sequence number is stored once; what was confirmed is given to every reader from then on; while
 * it is stopped nothing is answered, and started again it has what it had.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class AxonServerStandIn implements AutoCloseable {
    private final History history = new History();
    private final AtomicReference<BreakOff> next = new AtomicReference<>(BreakOff.NEVER);
    private final int port;
    private Server server;

    /** When in an append the server goes away, without having confirmed it. */
    public enum BreakOff {
        NEVER,
        BEFORE_STORING,
        AFTER_STORING
    }

    private AxonServerStandIn() {
        server = listening(0);
        port = server.getPort();
    }

    /** Listens on a free port. */
    public static AxonServerStandIn start() {
        return new AxonServerStandIn();
    }

    private Server listening(int where) {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), where))
                    .addService(new PlatformAnswers())
                    .addService(new EventStoreAnswers(history, this::breaksOff))
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code axon.axonserver.servers} names it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** The next append finds the server gone at that moment; it stays away until it is started again. */
    public void breakOffNextAppend(BreakOff moment) {
        next.set(moment);
    }

    private boolean breaksOff(BreakOff moment) {
        if (next.compareAndSet(moment, BreakOff.NEVER)) {
            stop();
            return true;
        }
        return false;
    }

    /** Every connection ends, in the middle of whatever it was. */
    public synchronized void stop() {
        server.shutdownNow();
    }

    /** At the same address. */
    public synchronized void startAgain() throws InterruptedException {
        server.shutdownNow().awaitTermination();
        server = listening(port);
    }

    /** Whether it was stopped, or broke off. */
    public synchronized boolean isAway() {
        return server.isShutdown();
    }

    /** How many events it has stored. */
    public long events() {
        return history.size();
    }

    /** The types, as stored, of the snapshots it holds. */
    public List<String> snapshotTypes() {
        return history.snapshotTypes();
    }

    /** Makes them what a version before the present one left. */
    public void lowerSnapshotRevisions() {
        history.lowerSnapshotRevisions();
    }

    /** An event of a stream is gone, though its number is still known. */
    public void lose(String stream, long sequence) {
        history.lose(stream, sequence);
    }

    /** The stream ends before that event, and nothing is left of the rest but snapshots. */
    public void forgetFrom(String stream, long sequence) {
        history.forgetFrom(stream, sequence);
    }

    /** Nobody can read the event any more. */
    public void spoil(String stream, long sequence) {
        history.spoil(stream, sequence);
    }

    /** Nobody can read any snapshot any more. */
    public void spoilSnapshots() {
        history.spoilSnapshots();
    }

    /** The sequence number from which the stream was last read. */
    public long lastReadFrom(String stream) {
        return history.lastReadFrom(stream);
    }

    @Override
    public synchronized void close() {
        server.shutdownNow();
    }
}
