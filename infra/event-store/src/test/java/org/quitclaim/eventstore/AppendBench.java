package org.quitclaim.eventstore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.eventstore.sample.MeterEvent.MeterRead;
import org.quitclaim.eventstore.sample.MeterEvent.Unit;
import org.quitclaim.eventstore.sample.MeterId;

/** Prints durable appends per second, grouped against one writer connection that commits one by one, in one run. */
final class AppendBench {
    private static final int APPENDS = 60_000;
    private static final int THREADS = 32;
    private static final Serializer SERIALIZER = new StoredTypesSerializer(new StoredTypes(Set.of(MeterRead.class)));

    private AppendBench() {}

    @FunctionalInterface
    private interface Append {
        void append(DomainEventMessage<?> event) throws SQLException;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("append-bench");
        for (int round = 1; round <= 3; round++) {
            double single = oneByOne(folder.resolve("single-" + round + ".db"));
            double grouped = grouped(Files.createDirectory(folder.resolve("grouped-" + round)));
            System.out.printf(Locale.ROOT, "round %d: grouped / one by one = %.1f%n", round, grouped / single);
        }
    }

    private static double oneByOne(Path file) throws Exception {
        try (WriterSession session = new WriterSession(new SqliteFile(file))) {
            return run("one by one", APPENDS / 6, event -> {
                EventRow row = EventRow.event(event, SERIALIZER);
                synchronized (session) {
                    session.write(writer -> writer.insertEvent(row));
                    session.commit();
                }
            });
        }
    }

    private static double grouped(Path folder) throws Exception {
        AtomicLong commits = new AtomicLong();
        AppendObserver counter = new AppendObserver() {
            @Override
            public void afterCommit(CommitGroup group) {
                commits.incrementAndGet();
            }
        };
        try (EventDatabase database = EventDatabase.open(folder, counter)) {
            GroupCommitEventStorageEngine engine = GroupCommitEventStorageEngine.create(
                    database.writer(), database::reader, new AppendIsTheCommit(), SERIALIZER, new EventUpcasterChain());
            double rate = run("grouped", APPENDS, event -> engine.appendEvents(List.of(event)));
            System.out.printf(Locale.ROOT, "  units per commit: %.1f%n", (double) APPENDS / commits.get());
            return rate;
        }
    }

    private static double run(String what, int appends, Append append) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < appends; i = next.getAndIncrement()) {
                        append.append(event(i));
                    }
                    return null;
                });
            }
            threads.shutdown();
            threads.awaitTermination(5, TimeUnit.MINUTES);
        }
        double rate = appends * 1e9 / (System.nanoTime() - start);
        System.out.printf(Locale.ROOT, "%s, %d threads, %d appends: %.0f/s%n", what, THREADS, appends, rate);
        return rate;
    }

    private static DomainEventMessage<?> event(int number) {
        MeterId meter = MeterId.of(number);
        MeterRead read = new MeterRead(meter, Instant.EPOCH, KeyGeneration.FIRST, new Unit.KilowattHours(1));
        return new GenericDomainEventMessage<>("meter", meter.value(), 0, read);
    }
}
