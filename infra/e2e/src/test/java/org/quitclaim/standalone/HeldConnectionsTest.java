package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;

/** Hundreds of connections of one address that are held in every way HTTP knows, against those who withdraw meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldConnectionsTest {
    /** Fewer than one address may have, so that none of them has to give way for its number. */
    private static final int HELD = 440;

    private static final int PLACES_OF_AN_ADDRESS = 32;
    /** Of none of them all has come, so no thread waits for one. */
    private static final Set<Holding> WITHOUT_THREADS = EnumSet.of(
            Holding.HALF_HEADS,
            Holding.HALF_BODIES,
            Holding.HALF_HEADS_AND_HALF_BODIES,
            Holding.ENDLESS_CHUNKS,
            Holding.BYTE_BY_BYTE_HEADS,
            Holding.BYTE_BY_BYTE_BODIES);

    private static final long BETWEEN_ROUNDS_NANOS = 1_000_000;
    private static final int STRANGER = 2;
    private static final int SOMEBODY_ELSE = 3;
    private static final int WITHDRAWALS = 3;

    /**
     * A fifth of what one gap between two bytes may take: whoever is answered sooner waited for no other's gap. Of a wait only
     * that part counts in which a thread that waits for nothing had a processor: the rest is taken by whatever else runs.
     */
    private static final Duration PART_OF_A_GAP = Duration.ofSeconds(2);

    private Server server;
    private Office office;
    private String notice;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        notice = office.publishNotice();
        Rest.await(server);
        for (int i = 0; i < WITHDRAWALS; i++) {
            withdraw(STRANGER, somebodyWhoSaidYes());
        }
        undisturbed = withdraw(STRANGER, somebodyWhoSaidYes());
    }

    private Duration undisturbed;

    /** That serve a connection, or wait for one. */
    private static int threadsTaken() {
        return (int) Thread.getAllStackTraces().values().stream()
                .filter(frames -> Stream.of(frames)
                        .anyMatch(frame ->
                                frame.getClassName().startsWith("org.apache.tomcat.util.net.SocketProcessorBase")))
                .count();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Asked somebodyWhoSaidYes() {
        Asked asked = office.ask(office.register("Somebody", ""), notice, List.of(Office.website(9)));
        office.sayYes(asked, 1).orFail();
        return asked;
    }

    private Socket connect(int from) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.bind(new InetSocketAddress("127.0.0." + from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", server.address().getPort()));
        return socket;
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("R98")
    void a_withdrawal_from_the_same_address_or_another_waits_for_no_connection_that_is_held(Holding way)
            throws Exception {
        List<Asked> people = new ArrayList<>();
        for (int i = 0; i < 2 * WITHDRAWALS; i++) {
            people.add(somebodyWhoSaidYes());
        }
        List<Duration> waits = new ArrayList<>();
        List<Duration> counted = new ArrayList<>();
        AtomicInteger most = new AtomicInteger();
        try (Restless restless = new Restless();
                Crowd crowd = new Crowd(way)) {
            crowd.gathers();
            for (Asked asked : people) {
                Duration had = restless.processorTime();
                int from = waits.size() % 2 == 0 ? STRANGER : SOMEBODY_ELSE;
                waits.add(waits.size() < WITHDRAWALS ? withdraw(from, asked) : withdrawOnThePage(from, asked));
                counted.add(restless.processorTime().minus(had));
                most.accumulateAndGet(threadsTaken(), Math::max);
            }
            assertThat(crowd.goesOn()).as("held until the last was answered").isTrue();
        }
        System.out.printf(
                "held %s: withdrawals waited %s ms, of which count %s ms, undisturbed %d ms, %d threads%n",
                way, millis(waits), millis(counted), undisturbed.toMillis(), most.get());
        if (WITHOUT_THREADS.contains(way)) {
            assertThat(most.get()).as("threads that are with a connection").isLessThan(PLACES_OF_AN_ADDRESS);
        }
        assertThat(counted).allSatisfy(wait -> assertThat(wait).isLessThan(PART_OF_A_GAP));
    }

    private static List<Long> millis(List<Duration> durations) {
        return durations.stream().map(Duration::toMillis).toList();
    }

    private Duration withdraw(int from, Asked asked) throws IOException {
        return sent(
                from,
                asked.page(),
                "application/json\r\nIdempotency-Key: " + System.nanoTime(),
                "{\"recognition\":false,\"channels\":[\"WEBSITE\"]}",
                "HTTP/1.1 20");
    }

    /** As the form on her page does. */
    private Duration withdrawOnThePage(int from, Asked asked) throws IOException {
        return sent(
                from,
                asked.page().replaceFirst("^/api", ""),
                "application/x-www-form-urlencoded",
                "everything=true",
                "HTTP/1.1 303");
    }

    private Duration sent(int from, String page, String type, String body, String taken) throws IOException {
        long begun = System.nanoTime();
        try (Socket socket = connect(from)) {
            socket.setSoTimeout(120_000);
            socket.getOutputStream()
                    .write(("POST " + page + "/withdrawals HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: "
                                    + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith(taken);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Never waits for anything, and so has as much of a processor as there is for a thread. */
    private static final class Restless implements AutoCloseable {
        private final Thread thread = Thread.ofPlatform().daemon().start(this::work);
        private volatile boolean over;

        private void work() {
            while (!over) {
                Thread.onSpinWait();
            }
        }

        Duration processorTime() {
            return Duration.ofNanos(ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()));
        }

        @Override
        public void close() throws InterruptedException {
            over = true;
            thread.join();
        }
    }

    /** Connections of one address; whoever is hung up on comes again. */
    private final class Crowd implements AutoCloseable {
        private final Holding way;
        private final List<Socket> sockets = new ArrayList<>();
        private final Thread thread = Thread.ofVirtual().unstarted(this::holdOn);
        private volatile boolean over;

        Crowd(Holding way) {
            this.way = way;
        }

        void gathers() throws IOException {
            for (int i = 0; i < HELD; i++) {
                sockets.add(begin(i));
            }
            thread.start();
        }

        private Socket begin(int number) throws IOException {
            Socket socket = connect(STRANGER);
            try {
                way.begin(socket, number);
            } catch (IOException hungUp) {
                socket.close();
            }
            return socket;
        }

        boolean goesOn() {
            return thread.isAlive();
        }

        private void holdOn() {
            for (int i = 0; !over; i = (i + 1) % HELD) {
                if (i == 0) {
                    LockSupport.parkNanos(BETWEEN_ROUNDS_NANOS);
                }
                try {
                    if (sockets.get(i).isClosed()) {
                        sockets.set(i, begin(i));
                    }
                    way.goOn(sockets.get(i));
                } catch (IOException hungUp) {
                    close(sockets.get(i));
                }
            }
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws InterruptedException {
            over = true;
            thread.join();
            sockets.forEach(Crowd::close);
        }
    }
}
