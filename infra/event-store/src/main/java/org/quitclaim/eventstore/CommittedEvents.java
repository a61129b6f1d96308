package org.quitclaim.eventstore;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader's way through everything that was committed.
 *
 * <p><b>Guarantees:</b> nothing is left out and nothing comes twice. Without a callback, what was committed before the
 * question is there when it is asked for; with one, what was announced before.
 *
 * <p><b>Thread-safety:</b> read by one thread at a time; {@link #wake} and {@link #call} may be called by any.
 */
final class CommittedEvents implements TrackingEventStream {
    private static final Logger LOG = LoggerFactory.getLogger(CommittedEvents.class);

    private final EventStorageEngine engine;
    private final StreamHead committed;
    private final StreamHead announced;
    private final Consumer<CommittedEvents> onClose;
    private final Semaphore news = new Semaphore(0);
    private volatile @Nullable Runnable callback;
    private Stream<? extends TrackedEventMessage<?>> page = Stream.empty();
    private Iterator<? extends TrackedEventMessage<?>> rest = Collections.emptyIterator();
    private @Nullable TrackingToken reached;
    private @Nullable TrackedEventMessage<?> next;

    /** @param after where it begins: behind this token, or before the first event */
    CommittedEvents(
            EventStorageEngine engine,
            StreamHead committed,
            StreamHead announced,
            @Nullable TrackingToken after,
            Consumer<CommittedEvents> onClose) {
        this.engine = engine;
        this.committed = committed;
        this.announced = announced;
        this.reached = after;
        this.onClose = onClose;
    }

    /** Something was committed. */
    void wake() {
        news.release();
    }

    /** Something was announced. */
    void call() {
        Runnable whenAvailable = callback;
        if (whenAvailable != null) {
            try {
                whenAvailable.run();
            } catch (RejectedExecutionException e) {
                LOG.debug("A reader of events is going away and cannot be called any more.");
            }
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable whenAvailable) {
        callback = whenAvailable;
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (next == null && (rest.hasNext() || readOn())) {
            next = rest.next();
        }
        return Optional.ofNullable(next);
    }

    /** Whether there is something behind what was read. */
    private boolean readOn() {
        if ((callback == null ? committed : announced).position() <= StreamPosition.of(reached)) {
            return false;
        }
        page.close();
        page = engine.readEvents(reached, false);
        rest = page.iterator();
        return rest.hasNext();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (peek().isEmpty()) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || !news.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                return peek().isPresent();
            }
            news.drainPermits();
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (next == null && !hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            // goes on waiting
        }
        TrackedEventMessage<?> event = peek().orElseThrow();
        next = null;
        reached = event.trackingToken();
        return event;
    }

    @Override
    public void close() {
        onClose.accept(this);
        page.close();
    }
}
