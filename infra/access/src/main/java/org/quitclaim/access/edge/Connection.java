package org.quitclaim.access.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One connection, and what it is waiting for.
 *
 * <p><b>Thread-safety:</b> written by the thread that serves it, read by any.
 */
final class Connection {
    /** How long a request's head may take, from its first byte. */
    static final Duration HEAD = Duration.ofSeconds(20);

    /** Whose turn it is. */
    enum Phase {
        /** The client's, to finish the head of a request. */
        HEAD,
        /** The client's, to send more of a body. */
        BODY,
        /** The client's, to send another request if it likes. */
        IDLE,
        /** Ours. */
        WORK,
        /** The client's, to read more of an answer. */
        UNREAD,
        /** Nobody's: it was refused, and what still comes is thrown away. */
        LEAVING,
        /** Nobody's: it gave way. */
        ENDED
    }

    /** Of nobody; counted nowhere. */
    static final Connection NONE = new Connection(null, InetAddress.getLoopbackAddress());

    private final @Nullable SocketChannel channel;
    private final InetAddress from;
    private volatile Phase phase = Phase.HEAD;
    private volatile long since = System.nanoTime();
    private volatile long received;
    private volatile boolean holdsThread;
    private volatile long unreadNanos;
    private volatile long wasRead;
    private final AtomicInteger held = new AtomicInteger();

    Connection(@Nullable SocketChannel channel, InetAddress from) {
        this.channel = channel;
        this.from = from;
    }

    InetAddress from() {
        return from;
    }

    Phase phase() {
        return phase;
    }

    boolean isOpen() {
        return channel != null && channel.isOpen();
    }

    void enter(Phase next) {
        since = System.nanoTime();
        received = 0;
        holdsThread = false;
        change(next);
    }

    /** Waits for more of what began to come at {@code begun}, of which so much came. */
    void await(Phase next, long begun, long bytes) {
        since = begun;
        received = bytes;
        change(next);
    }

    /** As {@link #await} for a body, and a thread waits with it. */
    void awaitThread(long begun, long bytes) {
        await(Phase.BODY, begun, bytes);
        holdsThread = true;
    }

    boolean holdsThread() {
        return holdsThread && phase == Phase.BODY;
    }

    private synchronized void change(Phase next) {
        if (phase != Phase.ENDED) {
            phase = next;
        }
    }

    void answers() {
        unreadNanos = 0;
        wasRead = 0;
    }

    /** Waits until its client reads more; its pace is that of all the waiting for this answer. */
    void awaitReader() {
        if (phase != Phase.UNREAD) {
            await(Phase.UNREAD, System.nanoTime() - unreadNanos, wasRead);
        }
    }

    void wasRead(int bytes) {
        wasRead += bytes;
        if (phase == Phase.UNREAD) {
            unreadNanos = waited();
            enter(Phase.WORK);
            Place.goesOn();
        }
    }

    long unreadNanos() {
        return unreadNanos;
    }

    long readBytes() {
        return wasRead;
    }

    /** Of requests that are not whole. */
    int held() {
        return held.get();
    }

    void holds(int more) {
        held.addAndGet(more);
    }

    boolean isHeadTooSlow() {
        return phase == Phase.HEAD && waited() > HEAD.toNanos();
    }

    long waited() {
        return System.nanoTime() - since;
    }

    /** Bytes in a nanosecond of what it is sending. */
    double pace() {
        return (received + 1.0) / Math.max(1, waited());
    }

    /** Nothing more is read from it or written to it; whoever waits for it wakes up and closes it. */
    void end() {
        change(Phase.ENDED);
        try {
            if (channel != null) {
                channel.shutdownInput();
                channel.shutdownOutput();
            }
        } catch (IOException gone) {
            // it was closed already
            return;
        }
    }
}
