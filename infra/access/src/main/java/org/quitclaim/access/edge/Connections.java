package org.quitclaim.access.edge;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.edge.Connection.Phase;

/**
 * All open connections. Where there are too many, the one that has sent least for its time gives way, so that somebody who
 * just comes is let in, from the same address too: a machine that holds connections open without using them ends its own.
 *
 * <p><b>Guarantees:</b> at most {@value #MOST} connections, fewer where the system allows the process few open files, so that the
 * stores can always open theirs; {@value #PER_ADDRESS} from one address that is no trusted proxy,
 * and {@value #MOST_READING} threads that wait for bodies. Whoever is being answered gives way only after {@link #LONG_WORK}.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class Connections {
    static final int MOST = 2_000;
    /** Of the files that a process may have open: for the stores, the program itself and what is worked on. */
    private static final int OTHER_FILES = 320;

    private static final int FEWEST = 32;
    static final int PER_ADDRESS = 500;
    /** Of the 200 threads that serve requests; the others are free for those who sent all of theirs. */
    static final int MOST_READING = 64;

    private static final Duration LONG_WORK = Duration.ofMinutes(2);

    private final Map<SocketChannel, Connection> open = new ConcurrentHashMap<>();
    private final AtomicInteger reading = new AtomicInteger();
    private volatile Predicate<byte[]> boundless = address -> false;
    private final int most;

    Connections() {
        this(
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                        ? unix.getMaxFileDescriptorCount()
                        : Long.MAX_VALUE);
    }

    /** @param files how many the process may have open, connections included */
    Connections(long files) {
        most = (int) Math.clamp(files - OTHER_FILES, FEWEST, MOST);
    }

    int most() {
        return most;
    }

    /** @param addresses those that stand for many people */
    void boundless(Predicate<byte[]> addresses) {
        boundless = addresses;
    }

    synchronized void opened(SocketChannel channel) {
        open.values().removeIf(connection -> !connection.isOpen());
        InetAddress from = address(channel);
        if (from == null) {
            return;
        }
        if (!boundless.test(from.getAddress()) && ofAddress(from) >= PER_ADDRESS) {
            makeWay(connection -> connection.from().equals(from));
        } else if (open.size() >= most) {
            InetAddress busiest = busiest().orElse(from);
            makeWay(connection -> connection.from().equals(busiest));
        }
        open.put(channel, new Connection(channel, from));
    }

    /** Of one that nobody announced, one that is counted nowhere. */
    Connection of(SocketChannel channel) {
        Connection known = open.get(channel);
        return known == null ? new Connection(channel, InetAddress.getLoopbackAddress()) : known;
    }

    /** That the calling thread waits for a body; to be taken back by {@link #received}. */
    void awaits(Connection connection, long begun, long bytes) {
        connection.awaitBody(begun, bytes);
        if (reading.incrementAndGet() > MOST_READING) {
            slowest(other -> other.phase() == Phase.BODY).ifPresent(Connection::end);
        }
    }

    void received(Connection connection) {
        reading.decrementAndGet();
        connection.enter(Phase.WORK);
    }

    private void makeWay(Predicate<Connection> among) {
        slowest(among.and(connection -> connection.phase() == Phase.HEAD || connection.phase() == Phase.BODY))
                .or(() -> slowest(among.and(connection -> connection.phase() == Phase.IDLE)))
                .or(() -> slowest(among.and(connection -> connection.waited() > LONG_WORK.toNanos())))
                .ifPresent(connection -> {
                    connection.end();
                    open.values().remove(connection);
                });
    }

    private Optional<Connection> slowest(Predicate<Connection> among) {
        return open.values().stream().filter(among).min(Comparator.comparingDouble(Connection::pace));
    }

    private long ofAddress(InetAddress from) {
        return open.values().stream()
                .filter(connection -> connection.from().equals(from))
                .count();
    }

    private Optional<InetAddress> busiest() {
        return open.values().stream()
                .collect(Collectors.groupingBy(Connection::from, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private static @Nullable InetAddress address(SocketChannel channel) {
        try {
            return channel.getRemoteAddress() instanceof InetSocketAddress remote ? remote.getAddress() : null;
        } catch (IOException gone) {
            return null;
        }
    }
}
