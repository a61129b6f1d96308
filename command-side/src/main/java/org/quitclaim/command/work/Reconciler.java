package org.quitclaim.command.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Re-drives, from the lists alone, whatever is not closed: when events come in, at start-up and at every tick.
 *
 * <p><b>Guarantees:</b> one duty failing does not hold up the others; what failed is tried again later. Nothing pending
 * lives in memory only.
 */
public final class Reconciler implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final int AT_ONCE = 1_000;

    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Map<TodoKind, Duty> duties;
    private final List<Runnable> ticks;
    private final Duration tick;
    private final Semaphore wake = new Semaphore(0);
    private final Map<Todo, Long> retryAfterNanos = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread thread;

    public Reconciler(WorkIndex index, UpToDate upToDate, List<Duty> duties, List<Runnable> ticks, Duration tick) {
        this.index = index;
        this.upToDate = upToDate;
        this.duties = duties.stream().collect(Collectors.toMap(Duty::kind, Function.identity()));
        this.ticks = List.copyOf(ticks);
        this.tick = tick;
    }

    /** Something new may be on the lists. */
    public void wake() {
        wake.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("reconciler").start(this::run);
    }

    private void run() {
        long lastTick = System.nanoTime() - tick.toNanos();
        while (running) {
            try {
                if (System.nanoTime() - lastTick >= tick.toNanos()) {
                    lastTick = System.nanoTime();
                    ticks.forEach(this::guarded);
                }
                guarded(this::workOff);
                if (wake.tryAcquire(tick.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** One pass over everything that is open; returns how much of it was performed without a failure. */
    int workOff() {
        upToDate.await();
        List<Todo> open = index.all(
                "select kind, subject, detail, since from todo order by since limit " + AT_ONCE,
                row -> new Todo(
                        TodoKind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4))));
        retryAfterNanos.keySet().retainAll(Set.copyOf(open));
        int performed = 0;
        for (Todo todo : open) {
            Duty duty = duties.get(todo.kind());
            if (running && duty != null && isDue(todo) && guarded(() -> duty.perform(todo))) {
                performed++;
            } else if (duty != null) {
                retryAfterNanos.putIfAbsent(todo, System.nanoTime() + tick.toNanos());
            }
        }
        return performed;
    }

    private boolean isDue(Todo todo) {
        Long after = retryAfterNanos.get(todo);
        if (after == null) {
            return true;
        }
        if (System.nanoTime() < after) {
            return false;
        }
        retryAfterNanos.remove(todo);
        return true;
    }

    /**
     * Policies end in many libraries' exceptions, and a list that does not keep up ends a whole pass; none of them may end
     * this thread, and none is swallowed.
     */
    private boolean guarded(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "A duty could not be done and will be tried again ({}).",
                    e.getClass().getSimpleName());
            return false;
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.RECONCILER;
    }
}
