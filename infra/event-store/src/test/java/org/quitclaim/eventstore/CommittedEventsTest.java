package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.eventstore.sample.MeterCommand.InstallMeter;
import org.quitclaim.eventstore.sample.MeterCommand.ReadMeter;
import org.quitclaim.eventstore.sample.MeterId;
import org.quitclaim.eventstore.sample.SampleApplication;
import org.springframework.context.ConfigurableApplicationContext;

class CommittedEventsTest {
    @TempDir
    Path data;

    private ConfigurableApplicationContext application;

    @BeforeEach
    void start() {
        application = SampleApplication.start(data);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void whatWasAcknowledgedIsThereWithoutWaiting() throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> stream = from(0)) {
            assertThat(stream.hasNextAvailable()).isFalse();
            for (int meter = 1; meter <= 50; meter++) {
                install(meter);
                assertThat(stream.peek()).isPresent();
                assertThat(StreamPosition.of(stream.nextAvailable().trackingToken()))
                        .isEqualTo(meter);
                assertThat(stream.hasNextAvailable()).isFalse();
            }
        }
    }

    @Test
    void whoeverReadsAlongMissesNothingAndIsGivenNothingTwice() throws Exception {
        int writers = 4;
        int each = 150;
        List<Long> seen = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = from(0)) {
            CompletableFuture<?>[] all = IntStream.range(0, writers)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> IntStream.range(0, each).forEach(i -> install(1 + writer * each + i))))
                    .toArray(CompletableFuture[]::new);
            while (seen.size() < writers * each) {
                assertThat(stream.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
                seen.add(StreamPosition.of(stream.nextAvailable().trackingToken()));
            }
            CompletableFuture.allOf(all).join();
            assertThat(stream.hasNextAvailable()).isFalse();
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, writers * each).boxed().toList());
    }

    @Test
    void aReaderBeginsBehindItsTokenHoweverFarBack() throws Exception {
        install(1);
        IntStream.range(0, 9).forEach(i -> send(new ReadMeter(MeterId.of(1), 1)));
        application.close();
        application = SampleApplication.start(data);
        long head = application.getBean(StreamHead.class).position();
        for (long after = 0; after <= head; after++) {
            try (BlockingStream<TrackedEventMessage<?>> stream = from(after)) {
                for (long position = after + 1; position <= head; position++) {
                    assertThat(StreamPosition.of(stream.nextAvailable().trackingToken()))
                            .isEqualTo(position);
                }
                assertThat(stream.hasNextAvailable()).isFalse();
            }
        }
    }

    @Test
    void whoWaitsIsWokenByTheNextCommit() throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> stream = from(0)) {
            CompletableFuture<Boolean> waiting = new CompletableFuture<>();
            Thread reader = Thread.ofPlatform().start(() -> {
                try {
                    waiting.complete(stream.hasNextAvailable(10, TimeUnit.MINUTES));
                } catch (InterruptedException e) {
                    waiting.completeExceptionally(e);
                }
            });
            await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
            install(1);
            assertThat(waiting.get(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** Axon's processors look every half second at a stream that cannot call them, and take as long to stop. */
    @Test
    void whoGaveACallbackIsCalledUntilTheStreamIsClosed() {
        install(1);
        Called closed = new Called();
        BlockingStream<TrackedEventMessage<?>> stream = from(0);
        assertThat(stream.setOnAvailableCallback(closed)).isTrue();
        await("what was there before is announced").until(stream::hasNextAvailable);
        for (int meter = 2; meter < 5; meter++) {
            int before = closed.times.get();
            install(meter);
            await().until(() -> closed.times.get() > before);
        }
        stream.close();
        int before = closed.times.get();
        Called other = new Called();
        try (BlockingStream<TrackedEventMessage<?>> another = from(0)) {
            another.setOnAvailableCallback(other);
            install(5);
            await().until(() -> other.times.get() > 0);
        }
        assertThat(closed.times).hasValue(before);
    }

    @Test
    void whoeverIsCalledMissesNothingOfACrowdOfCommits() throws Exception {
        int many = 300;
        Semaphore called = new Semaphore(0);
        List<Long> seen = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = from(0)) {
            stream.setOnAvailableCallback(called::release);
            CompletableFuture<Void> all = CompletableFuture.runAsync(
                    () -> IntStream.rangeClosed(1, many).forEach(this::install));
            while (seen.size() < many) {
                assertThat(called.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
                while (seen.size() <= many && stream.hasNextAvailable()) {
                    seen.add(StreamPosition.of(stream.nextAvailable().trackingToken()));
                }
            }
            all.join();
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, many).boxed().toList());
    }

    @Test
    void aReaderThatCannotBeCalledAnyMoreFailsNoCommand() {
        try (BlockingStream<TrackedEventMessage<?>> stream = from(0)) {
            stream.setOnAvailableCallback(() -> {
                throw new RejectedExecutionException("shut down");
            });
            install(1);
            await().until(stream::hasNextAvailable);
            install(2);
        }
    }

    /** Counts how often. */
    private static final class Called implements Runnable {
        private final AtomicInteger times = new AtomicInteger();

        @Override
        public void run() {
            times.incrementAndGet();
        }
    }

    private BlockingStream<TrackedEventMessage<?>> from(long position) {
        EventStore store = application.getBean(EventStore.class);
        return store.openStream(StreamPosition.token(position, store));
    }

    private void install(int meter) {
        send(new InstallMeter(MeterId.of(meter)));
    }

    private void send(Object command) {
        application.getBean(CommandGateway.class).sendAndWait(command);
    }
}
