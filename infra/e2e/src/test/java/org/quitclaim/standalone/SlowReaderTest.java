package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.query.projection.Change;
import org.quitclaim.query.projection.Changes;

/** Whoever follows the live feed and does not read it keeps nobody else from their news. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowReaderTest {
    private static final String FEED = "/api/live";
    /** More than all buffers between two sockets hold. */
    private static final int BATCHES = 500;

    private static final Duration SOON = Duration.ofSeconds(6);

    /** A hundred changes, some forty kilobytes: as many as are told by name. */
    private static final List<Change> BATCH = Collections.nCopies(100, new Change("photos", "p".repeat(300)));

    private Server server;
    private Office office;
    private final AtomicLong lastRead = new AtomicLong(-1);

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_reader_that_never_reads_keeps_nobody_from_their_news_and_is_dropped() throws IOException {
        try (Socket stuck = follower(office.editor());
                InputStream feed = office.officer().follow(FEED)) {
            Thread.ofVirtual().start(() -> read(feed));
            Changes changes = server.bean(Changes.class);

            for (long at = 1; at <= BATCHES; at++) {
                long position = at;
                changes.written(BATCH, position);
                Awaitility.await("news " + position)
                        .atMost(SOON)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> lastRead.get() >= position);
            }

            stuck.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            assertThat(untilTheEnd(stuck)).as("all that the stuck one got").isLessThan((long) BATCHES * 40_000);
        }
    }

    private Socket follower(Client client) throws IOException {
        String identity = client.identity().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(
                server.address().getHost(), server.address().getPort()));
        socket.getOutputStream()
                .write(("GET " + FEED
                                + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nConnection: close\r\n"
                                + identity + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).as("begins to answer").isEqualTo('H');
        return socket;
    }

    private void read(InputStream feed) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(feed, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"position\":")) {
                    lastRead.accumulateAndGet(
                            Long.parseLong(line.replaceAll(".*\"position\":(\\d+).*", "$1")), Math::max);
                }
            }
        } catch (IOException e) {
            // the test ends with it
        }
    }

    private static long untilTheEnd(Socket socket) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long all = 0;
        try {
            for (int got = socket.getInputStream().read(buffer);
                    got >= 0;
                    got = socket.getInputStream().read(buffer)) {
                all += got;
            }
        } catch (java.net.SocketException e) {
            // reset: ended as well
        }
        return all;
    }
}
