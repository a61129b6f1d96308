package org.quitclaim.access.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;

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
        WORK
    }

    private final SocketChannel channel;
    private final InetAddress from;
    private volatile Phase phase = Phase.HEAD;
    private volatile long since = System.nanoTime();
    private volatile long received;

    Connection(SocketChannel channel, InetAddress from) {
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
        return channel.isOpen();
    }

    void headBegins() {
        if (phase == Phase.IDLE) {
            enter(Phase.HEAD);
        }
    }

    void headGoesOn() {
        if (phase != Phase.HEAD) {
            enter(Phase.HEAD);
        }
    }

    void enter(Phase next) {
        since = System.nanoTime();
        received = 0;
        phase = next;
    }

    /** Waits for a body since {@code begun}, of which so much came. */
    void awaitBody(long begun, long bytes) {
        since = begun;
        received = bytes;
        phase = Phase.BODY;
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
        try {
            channel.shutdownInput();
            channel.shutdownOutput();
        } catch (IOException gone) {
            // it was closed already
            return;
        }
    }
}
