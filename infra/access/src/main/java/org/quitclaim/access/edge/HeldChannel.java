package org.quitclaim.access.edge;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.edge.RequestThreads.Group;

/**
 * A connection whose requests are held back until they are whole, so that no thread waits for a head or a small body; and
 * which knows when a thread waits for its client to read.
 *
 * <p><b>Guarantees:</b> the container is given the bytes of one request at a time, in order and unchanged. Of a request that
 * is {@link Extent#isOpen open} it is given what comes.
 *
 * <p><b>Thread-safety:</b> safe; the container serves a connection with one thread at a time and may close it from another.
 */
final class HeldChannel extends NioChannel {
    /** What is left of a refused body is thrown away for this long, so that the answer is not lost by a reset. */
    static final Duration LINGER = Duration.ofSeconds(5);

    private static final int PIECE = 8 * 1024;
    private static final byte[] NOTHING = {};

    /** What there is of a request after {@link #collect}. */
    enum Came {
        /** Nothing, or empty lines. */
        NOTHING,
        PART,
        /** All of it, or as much as is needed to serve it. */
        ENOUGH,
        /** The client is gone. */
        END
    }

    private final Connections connections;
    private Connection connection = Connection.NONE;
    private Extent extent = new Extent();
    private byte[] held = NOTHING;
    private int given;
    private int looked;
    private int filled;
    private long begun;
    private boolean tooSlow;
    private boolean inBody;
    private boolean isServed;
    private boolean isReady;
    private boolean isWorkedOn;
    private boolean leaving;
    private long leftAt;
    private long thrownAway;

    HeldChannel(SocketBufferHandler buffers, Connections connections) {
        super(buffers);
        this.connections = connections;
    }

    @Override
    public synchronized void reset(SocketChannel channel, @Nullable NioSocketWrapper wrapper) throws IOException {
        super.reset(channel, wrapper);
        forget();
        connection = wrapper == null ? Connection.NONE : connections.of(channel);
    }

    @Override
    public void close() throws IOException {
        super.close();
        synchronized (this) {
            forget();
        }
    }

    private void forget() {
        release();
        begin();
        leaving = false;
        tooSlow = false;
        isServed = false;
        isReady = false;
    }

    private void begin() {
        extent = new Extent();
        begun = 0;
        inBody = false;
    }

    Connection connection() {
        return connection;
    }

    /** Takes what has come, as far as the request at hand goes and a little further. */
    synchronized Came collect() throws IOException {
        look();
        while (!extent.isDecided()) {
            int count = more();
            if (count < 0) {
                return endOfInput();
            }
            if (count == 0) {
                return extent.isNothing() ? Came.NOTHING : part();
            }
            look();
        }
        return Came.ENOUGH;
    }

    private Came endOfInput() {
        if (!extent.isBody()) {
            return Came.END;
        }
        extent.leaveOpen();
        looked = filled;
        return Came.ENOUGH;
    }

    private Came part() {
        if (extent.isBody()) {
            connection.await(Connection.Phase.BODY, begun, extent.taken());
            if (RequestBody.isTooSlow(begun, extent.taken())) {
                giveUp();
                return Came.ENOUGH;
            }
        } else {
            connection.await(Connection.Phase.HEAD, begun, extent.taken());
        }
        return Came.PART;
    }

    /** The container reads it by itself; its time began with its first byte all the same. */
    synchronized void headGoesOn() {
        connection.await(Connection.Phase.HEAD, begun, extent.taken());
    }

    private void look() {
        if (looked < filled) {
            looked += extent.take(held, looked, filled);
            if (begun == 0 && !extent.isNothing()) {
                begun = System.nanoTime();
            }
        }
    }

    private int more() throws IOException {
        int room = Math.min(PIECE, Math.max(filled, PIECE / 8));
        if (held.length < filled + room) {
            int before = held.length;
            held = Arrays.copyOf(held, filled + room);
            connections.holds(connection, held.length - before);
        }
        int count = 0;
        try {
            count = super.read(ByteBuffer.wrap(held, filled, held.length - filled));
        } catch (IOException gone) {
            release();
            throw gone;
        }
        filled += Math.max(0, count);
        if (filled == 0) {
            release();
        }
        return count;
    }

    private void release() {
        connections.holds(connection, -held.length);
        held = NOTHING;
        given = 0;
        looked = 0;
        filled = 0;
    }

    /** Of what has come; of a whole request no more than that. */
    @Override
    public synchronized int read(ByteBuffer to) throws IOException {
        int most = looked - given;
        if (most > 0) {
            int count = Math.min(most, to.remaining());
            to.put(held, given, count);
            given += count;
            if (given == filled) {
                release();
            }
            return count;
        }
        if (extent.isWhole()) {
            // the container sees more in this request than was framed here: it is not served
            return inBody ? -1 : 0;
        }
        return super.read(to);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int count = super.write(from);
        if (count == 0 && from.hasRemaining()) {
            connections.awaitsReader(connection);
        } else if (count > 0) {
            connection.wasRead(count);
            if (RequestBody.isTooSlow(System.nanoTime() - connection.unreadNanos(), connection.readBytes())) {
                throw new SocketTimeoutException("the answer was not read in time");
            }
        }
        return count;
    }

    /** All of it came before work began. */
    boolean isWhole() {
        return extent.isWhole();
    }

    void readsBody(boolean now) {
        inBody = now;
    }

    boolean isTooSlow() {
        return tooSlow;
    }

    /** Whether its body is not all there and nobody has begun to serve it. */
    synchronized boolean awaitsBody() {
        return extent.isBody();
    }

    /** It is served as far as it came, and told that it was too slow. */
    synchronized void giveUp() {
        tooSlow = true;
        extent.leaveOpen();
    }

    /** That whoever was given the request at hand may still read from it. */
    void served() {
        isServed = true;
    }

    /**
     * The request at hand is over; what has come beyond it is thrown away. Returns whether some had: no browser sends a
     * request before it has its answer, and whoever does would have many turns by one connection.
     */
    synchronized boolean next() {
        boolean more = looked < filled;
        release();
        begin();
        isServed = false;
        return more;
    }

    synchronized void ready(boolean now) {
        isReady = now;
    }

    synchronized boolean isReady() {
        return isReady;
    }

    synchronized void workedOn(boolean now) {
        isWorkedOn = now;
    }

    /** Whose threads go on with it. */
    synchronized Group group() {
        if (isWorkedOn) {
            // a thread is with it, and whoever comes only waits for that one
            return Group.NONE;
        }
        if (!isReady && !isServed) {
            return Group.HALL;
        }
        return extent.isWhole() && extent.isByLink() ? Group.LINK : Group.OTHER;
    }

    boolean isServed() {
        return isServed;
    }

    /** No more is read for anybody; what still comes is thrown away for {@link #LINGER}, and no thread waits for it. */
    synchronized void leave() {
        leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }

    /** Ends what is written; the client sees that the answer is all. */
    synchronized void beginToLeave() throws IOException {
        leaving = true;
        release();
        leftAt = System.nanoTime();
        thrownAway = 0;
        connection.enter(Connection.Phase.LEAVING);
        getIOChannel().shutdownOutput();
    }

    /** Returns whether to wait for more. */
    synchronized boolean throwAway() throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        int count = super.read(piece);
        for (int pieces = 1; count > 0 && pieces < 64; pieces++) {
            thrownAway += count;
            piece.clear();
            count = super.read(piece);
        }
        return count >= 0 && thrownAway < RequestBody.MOST_UPLOADED && System.nanoTime() - leftAt < LINGER.toNanos();
    }
}
