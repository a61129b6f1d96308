package org.quitclaim.command.work;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
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
 * lives in memory only. Each {@link Lane} has a thread of its own; clock ticks run on the prompt one.
 */
public final class Reconciler implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final UpToDate upToDate;
    private final List<Runnable> ticks;
    private final Duration tick;
    private final Map<Lane, Work> lanes = new EnumMap<>(Lane.class);
    private volatile boolean running;

    public Reconciler(WorkIndex index, UpToDate upToDate, List<Duty> duties, List<Runnable> ticks, Duration tick) {
        this.upToDate = upToDate;
        this.ticks = List.copyOf(ticks);
        this.tick = tick;
        for (Lane lane : Lane.values()) {
            lanes.put(
                    lane,
                    new Work(
                            lane,
                            index,
                            duties.stream().filter(duty -> duty.lane() == lane).toList()));
        }
    }

    /** Something new may be on the lists. */
    public void wake() {
        lanes.values().forEach(work -> work.wake.release());
    }

    @Override
    public synchronized void start() {
        running = true;
        lanes.values().forEach(Work::start);
    }

    @Override
    public synchronized void stop() {
        running = false;
        lanes.values().forEach(Work::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.RECONCILER;
    }

    /** Policies end in many libraries' exceptions; none of them may end this thread, and none is swallowed. */
    private static boolean guarded(Runnable work) {
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

    /** One lane: its thread and what it has put off. */
    private final class Work {
        private static final int AT_ONCE = 1_000;

        private final Lane lane;
        private final WorkIndex index;
        private final Map<TodoKind, Duty> duties;
        private final String kinds;
        private final Semaphore wake = new Semaphore(0);
        private final Map<Todo, Long> notBeforeNanos = new ConcurrentHashMap<>();
        private @Nullable Thread thread;

        Work(Lane lane, WorkIndex index, List<Duty> duties) {
            this.lane = lane;
            this.index = index;
            this.duties = duties.stream().collect(Collectors.toMap(Duty::kind, Function.identity()));
            this.kinds = duties.stream()
                    .map(duty -> "'" + duty.kind().name() + "'")
                    .sorted()
                    .collect(Collectors.joining(","));
        }

        void start() {
            thread = Thread.ofPlatform()
                    .daemon()
                    .name(lane == Lane.PROMPT ? "reconciler" : "reconciler-patient")
                    .start(this::run);
        }

        void stop() {
            if (thread != null) {
                thread.interrupt();
            }
        }

        private void run() {
            long lastTick = System.nanoTime() - tick.toNanos();
            while (running) {
                try {
                    if (lane == Lane.PROMPT && System.nanoTime() - lastTick >= tick.toNanos()) {
                        lastTick = System.nanoTime();
                        ticks.forEach(Reconciler::guarded);
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

        /** One pass over everything that is open. */
        private void workOff() {
            upToDate.await();
            List<Todo> open = open();
            notBeforeNanos.keySet().retainAll(Set.copyOf(open));
            for (Todo todo : open) {
                Duty duty = duties.get(todo.kind());
                if (running && duty != null && isDue(todo)) {
                    boolean done = guarded(() -> duty.perform(todo));
                    if (!done || lane == Lane.PATIENT) {
                        notBeforeNanos.put(todo, System.nanoTime() + tick.toNanos());
                    }
                }
            }
        }

        private List<Todo> open() {
            return index.all(
                    "select kind, subject, detail, since from todo where kind in (" + kinds + ") order by since limit "
                            + AT_ONCE,
                    row -> new Todo(
                            TodoKind.valueOf(row.getString(1)),
                            row.getString(2),
                            row.getString(3),
                            Instant.ofEpochMilli(row.getLong(4))));
        }

        private boolean isDue(Todo todo) {
            Long notBefore = notBeforeNanos.get(todo);
            return notBefore == null || System.nanoTime() >= notBefore;
        }
    }
}
