package org.quitclaim.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoEvent.ReviewCompleted;
import org.quitclaim.vault.IdMint;

/** Durable appends per second from many threads; baseline: one writer connection that commits one by one. */
final class AppendsRow implements Row {
    private static final int THREADS = 32;
    private static final int GROUPED = 60_000;
    private static final int SINGLE = 10_000;

    @FunctionalInterface
    private interface Append {
        void append(DomainEventMessage<?> event) throws Exception;
    }

    @Override
    public String name() {
        return "appends";
    }

    @Override
    public void measure(Setting setting, Report report) throws Exception {
        Path folder = setting.work().resolve("appends");
        try (Installation installation = Installation.openQuiet(folder)) {
            report.line("state", "an empty store, %d threads, streams of one event", THREADS);
            for (int round = 1; round <= 3; round++) {
                try (OneByOne connection =
                        OneByOne.create(folder.resolve("one-by-one-" + round + ".db"), installation.serializer())) {
                    double single = perSecond(SINGLE, connection::append);
                    double grouped = perSecond(GROUPED, event -> installation.append(List.of(event)));
                    report.line("round " + round + ": grouped (budget 15,000/s)", "%,.0f/s (n=%d)", grouped, GROUPED);
                    report.line("  one by one (baseline)", "%,.0f/s (n=%d)", single, SINGLE);
                    report.line("  ratio (budget 3)", "%.1f", grouped / single);
                }
            }
        }
    }

    private static double perSecond(int appends, Append append) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    while (next.getAndIncrement() < appends) {
                        append.append(event());
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        return appends * 1e9 / (System.nanoTime() - start);
    }

    private static DomainEventMessage<?> event() {
        PhotoId photo = IdMint.mint(PhotoId.PREFIX, PhotoId::new);
        return Streams.message("photo", new ReviewCompleted(photo, false, 1, Instant.now()), 0);
    }
}
