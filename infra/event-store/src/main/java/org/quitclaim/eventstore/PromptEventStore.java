package org.quitclaim.eventstore;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's store, but whoever reads along hears of each commit. Axon's own streams cannot call their readers, so its
 * processors would look every half second: that long a screen would show what is no longer so, and that long a processor
 * would take to stop.
 *
 * <p><b>Guarantees:</b> who waits in a stream is woken by the commit. Who gave a callback is called at once after a lull,
 * and in a crowd of commits every {@value #PAUSE_MILLIS} ms, and reads up to where the store was then: batches of an event
 * or two cost a verdict a quarter more of the processor. Source: ADR 14.
 *
 * <p><b>Thread-safety:</b> safe; a stream is read by one thread at a time.
 */
final class PromptEventStore extends EmbeddedEventStore {
    static final int PAUSE_MILLIS = 50;

    private final GroupCommitEventStorageEngine engine;
    private final Set<CommittedEvents> readers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean coming = new AtomicBoolean();
    private final ScheduledExecutorService announcer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("event-news").factory());
    private volatile long announced;
    private volatile long lastNanos =
            System.nanoTime() - Duration.ofMillis(PAUSE_MILLIS).toNanos();

    /** @param builder with the same engine */
    PromptEventStore(Builder builder, GroupCommitEventStorageEngine engine) {
        super(builder);
        this.engine = engine;
        announced = engine.position();
        engine.onCommit(this::committed);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        CommittedEvents stream = new CommittedEvents(engine, engine, () -> announced, token, readers::remove);
        readers.add(stream);
        return stream;
    }

    private void committed() {
        readers.forEach(CommittedEvents::wake);
        if (coming.compareAndSet(false, true)) {
            try {
                announcer.schedule(
                        this::announce,
                        lastNanos + Duration.ofMillis(PAUSE_MILLIS).toNanos() - System.nanoTime(),
                        TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // the store is being shut down, and with it whoever would be told
            }
        }
    }

    private void announce() {
        lastNanos = System.nanoTime();
        coming.set(false);
        announced = engine.position();
        readers.forEach(CommittedEvents::call);
    }

    @Override
    public void shutDown() {
        announcer.shutdownNow();
        super.shutDown();
    }
}
