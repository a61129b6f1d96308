package org.quitclaim.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

/** Threads that ask for publications, each its next one as soon as it has the last answer. */
final class VerdictClients {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI publications;
    private final String token;
    private final List<Target> targets;
    private final AtomicInteger next = new AtomicInteger();

    VerdictClients(URI server, String token, List<Target> targets) {
        this.publications = server.resolve("/api/publications");
        this.token = token;
        this.targets = targets;
    }

    /** What came of it. */
    record Asked(int count, double perSecond, Durations latency, double eventsPerVerdict, int notCleared) {}

    Asked ask(int clients, int seconds) throws Exception {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        AtomicInteger notCleared = new AtomicInteger();
        AtomicLong head = new AtomicLong();
        long before = head(send());
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        long asked = System.nanoTime();
                        HttpResponse<String> answer = send();
                        nanos.add(System.nanoTime() - asked);
                        notCleared.addAndGet(answer.body().contains("\"CLEARED\"") ? 0 : 1);
                        head.accumulateAndGet(head(answer), Math::max);
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

    private HttpResponse<String> send() throws IOException, InterruptedException {
        Target target = targets.get(Math.floorMod(next.getAndIncrement(), targets.size()));
        String body = """
                {"photoId": "%s", "renditionId": "%s", "channel": "WEBSITE", "territory": "NL",
                 "context": "general", "destination": "https://www.example.org/bench"}
                """.formatted(target.photo(), target.rendition());
        HttpRequest request = HttpRequest.newBuilder(publications)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("the server answered " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private static long head(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Quitclaim-Position").orElse(0);
    }
}
