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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.edge.Connection.Phase;

/**
 * All open connections. Where there are too many, the one that has sent least for its time gives way, so that somebody who
 * just comes is let in, from the same address too: a machine that holds connections open without using them ends its own.
 *
 * <p><b>Guarantees:</b> at most {@value #MOST} connections, fewer where the system allows the process few open files, so that the
 * stores can always open theirs; {@value #PER_ADDRESS} from one address that is no trusted proxy; {@value #MOST_READING}
 * threads that wait for bodies and {@value #MOST_UNREAD} that wait for somebody to read an answer; {@value #MOST_HELD} bytes of
 * requests that are not whole. Whoever is being answered gives way only after {@link #LONG_WORK}.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class Connections {
    static final int MOST = 2_000;
    /** Of the files that a process may have open: for the stores, the program itself and what is worked on. */
    private static final int OTHER_FILES = 320;

    private static final int FEWEST = 32;
    static final int PER_ADDRESS = 500;
    /** Of {@link EdgeConfiguration#THREADS}; the others are free for those who sent all of theirs. */
    static final int MOST_READING = 64;

    static final int MOST_UNREAD = 64;
    static final int MOST_HELD = 32 << 20;
    /** What somebody who says yes or no sends is smaller; it never gives way for its size. */
    private static final int SMALL = EdgeConfiguration.HEAD_BYTES;

    private static final Set<Phase> UNFINISHED = Set.of(Phase.HEAD, Phase.BODY);

    /** What somebody who just came sent may not have been looked at yet: others give way before. */
    private static final Duration JUST_CAME = Duration.ofSeconds(2);

    private static final Duration LONG_WORK = Duration.ofMinutes(2);

    private final Map<SocketChannel, Connection> open = new ConcurrentHashMap<>();
    private final AtomicLong held = new AtomicLong();
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

    boolean isBoundless(InetAddress address) {
        return boundless.test(address.getAddress());
    }

    synchronized void opened(SocketChannel channel) {
        open.values().removeIf(connection -> !connection.isOpen());
        InetAddress from = address(channel);
        if (from == null) {
            return;
        }
        if (!isBoundless(from) && ofAddress(from) >= PER_ADDRESS) {
            makeWay(connection -> connection.from().equals(from));
        } else if (count(connection -> true) >= most) {
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
        connection.awaitThread(begun, bytes);
        bound(Connection::holdsThread, MOST_READING);
        Place.waits();
    }

    void received(Connection connection) {
        connection.enter(Phase.WORK);
        Place.goesOn();
    }

    /** That the calling thread waits until more of an answer is read. */
    void awaitsReader(Connection connection) {
        connection.awaitReader();
        bound(other -> other.phase() == Phase.UNREAD, MOST_UNREAD);
        Place.waits();
    }

    /** That so many bytes more, or fewer, are kept of a request that is not whole. */
    void holds(Connection connection, int more) {
        connection.holds(more);
        if (held.addAndGet(more) > MOST_HELD && more > 0) {
            long ended = open.values().stream()
                    .filter(other -> other.phase() == Phase.ENDED)
                    .mapToLong(Connection::held)
                    .sum();
            if (held.get() - ended > MOST_HELD) {
                slowest(other -> UNFINISHED.contains(other.phase()) && other.held() > SMALL)
                        .ifPresent(Connection::end);
            }
        }
    }

    private void bound(Predicate<Connection> kind, int most) {
        if (count(kind) > most) {
            slowest(kind).ifPresent(Connection::end);
        }
    }

    private void makeWay(Predicate<Connection> among) {
        Predicate<Connection> unfinished = among.and(connection -> UNFINISHED.contains(connection.phase()));
        slowest(among.and(connection -> connection.phase() == Phase.LEAVING))
                .or(() -> slowest(unfinished.and(connection -> connection.waited() > JUST_CAME.toNanos())))
                .or(() -> slowest(among.and(connection -> connection.phase() == Phase.IDLE)))
                .or(() -> slowest(among.and(connection -> connection.phase() == Phase.UNREAD)))
                .or(() -> slowest(unfinished))
                .or(() -> slowest(among.and(connection -> connection.waited() > LONG_WORK.toNanos())))
                .ifPresent(Connection::end);
    }

    private Optional<Connection> slowest(Predicate<Connection> among) {
        return live().filter(among).min(Comparator.comparingDouble(Connection::pace));
    }

    private long ofAddress(InetAddress from) {
        return count(connection -> connection.from().equals(from));
    }

    private long count(Predicate<Connection> which) {
        return live().filter(which).count();
    }

    /** Those that gave way are gone as soon as a thread has closed them; none of them gives way twice. */
    private Stream<Connection> live() {
        return open.values().stream().filter(connection -> connection.phase() != Phase.ENDED && connection.isOpen());
    }

    private Optional<InetAddress> busiest() {
        return live().collect(Collectors.groupingBy(Connection::from, Collectors.counting())).entrySet().stream()
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
