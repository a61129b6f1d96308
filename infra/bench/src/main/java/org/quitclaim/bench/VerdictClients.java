package org.quitclaim.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.quitclaim.demo.DemoLoad.Target;

/**
 * Threads that ask for publications, each its next one as soon as it has the last answer.
 *
 * <p>They share the machine with the server, so they use the JDK's plain blocking client: its newer one took a quarter of
 * the machine to itself.
 */
final class VerdictClients {
    private static final int MOST_CLIENTS = 64;

    static {
        System.setProperty("http.maxConnections", Integer.toString(MOST_CLIENTS));
    }

    private final URL publications;
    private final String token;
    private final List<Target> targets;
    private final AtomicInteger next = new AtomicInteger();

    VerdictClients(URI server, String token, List<Target> targets) throws MalformedURLException {
        this.publications = server.resolve("/api/publications").toURL();
        this.token = token;
        this.targets = targets;
    }

    /** What came of it. */
    record Asked(int count, double perSecond, Durations latency, double eventsPerVerdict, int notCleared) {}

    Asked ask(int clients, int seconds) throws Exception {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        AtomicInteger notCleared = new AtomicInteger();
        AtomicLong head = new AtomicLong();
        long before = send().head();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        long asked = System.nanoTime();
                        Answer answer = send();
                        nanos.add(System.nanoTime() - asked);
                        notCleared.addAndGet(answer.body().contains("\"CLEARED\"") ? 0 : 1);
                        head.accumulateAndGet(answer.head(), Math::max);
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        double perSecond = nanos.size() * 1e9 / (System.nanoTime() - start);
        double events = (head.get() - before) / (double) nanos.size();
        return new Asked(nanos.size(), perSecond, Durations.of(nanos), events, notCleared.get());
    }

    private record Answer(String body, long head) {}

    private Answer send() throws IOException {
        Target target = targets.get(Math.floorMod(next.getAndIncrement(), targets.size()));
        byte[] body = """
                {"photoId": "%s", "renditionId": "%s", "channel": "WEBSITE", "territory": "NL",
                 "context": "general", "destination": "https://www.example.org/bench"}
                """.formatted(target.photo(), target.rendition()).getBytes(StandardCharsets.UTF_8);
        HttpURLConnection connection = (HttpURLConnection) publications.openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream request = connection.getOutputStream()) {
            request.write(body);
        }
        if (connection.getResponseCode() != HttpURLConnection.HTTP_CREATED) {
            throw new IOException("the server answered " + connection.getResponseCode());
        }
        try (InputStream answer = connection.getInputStream()) {
            return new Answer(
                    new String(answer.readAllBytes(), StandardCharsets.UTF_8),
                    connection.getHeaderFieldLong("Quitclaim-Position", 0));
        }
    }
}
