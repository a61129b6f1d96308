package org.quitclaim.command.work;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/**
 * Re-drives, from the lists alone, whatever is not closed: when events come in, at start-up and at every tick.
 *
 * <p><b>Guarantees:</b> one duty failing does not hold up the others; what failed is tried again at a later tick. However
 * much is open, everything is reached: kinds take turns page by page, and what is urgent comes first. Nothing pending
 * lives in memory only. Each {@link Lane} has a thread of its own; clock ticks run on the prompt one.
 */
public final class Reconciler implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final UpToDate upToDate;
    private final List<Runnable> ticks;
    private final Duration tick;
    private final Map<Lane, Work> lanes = new EnumMap<>(Lane.class);
    private volatile boolean running;

    public Reconciler(
            WorkIndex index, UpToDate upToDate, List<Duty> duties, List<Runnable> ticks, Clock clock, Duration tick) {
        this.upToDate = upToDate;
        this.ticks = List.copyOf(ticks);
        this.tick = tick;
        OpenWork open = new OpenWork(index, clock);
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new Work(lane, open, duties));
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

    /**
     * Policies end in many libraries' exceptions; none of them may end this thread, and none is swallowed. What fails because
     * the stores are being closed is no fault, and would stand beside the one line of a refused start.
     */
    private boolean guarded(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            LOG.atLevel(running ? Level.WARN : Level.DEBUG)
                    .log(
                            "A duty could not be done and will be tried again ({}).",
                            e.getClass().getSimpleName());
            return false;
        }
    }

    /** One lane: its thread, where it is on its lists, and what it has put off. */
    private final class Work {
        private final Lane lane;
        private final OpenWork open;
        private final List<Walk> walks;
        private final Semaphore wake = new Semaphore(0);
        private final Map<Todo, Long> notBeforeNanos = new HashMap<>();
        private long lastTick = System.nanoTime() - tick.toNanos();
        private @Nullable Thread thread;

        Work(Lane lane, OpenWork open, List<Duty> duties) {
            this.lane = lane;
            this.open = open;
            this.walks = duties.stream()
                    .filter(duty -> duty.lane() == lane)
                    .sorted(Comparator.comparing(Duty::kind))
                    .map(duty -> new Walk(open, duty.kind(), todo -> perform(duty, todo)))
                    .toList();
        }

        void start() {
            thread = Thread.ofPlatform()
                    .daemon()
                    .name("reconciler-" + lane.name().toLowerCase(Locale.ROOT))
                    .start(this::run);
        }

        void stop() {
            if (thread != null) {
                thread.interrupt();
            }
        }

        private void run() {
            while (running) {
                try {
                    tickIfDue();
                    boolean rest = !guarded(this::round) || walks.stream().noneMatch(Walk::underWay);
                    if (rest && wake.tryAcquire(tick.toMillis(), TimeUnit.MILLISECONDS)) {
                        wake.drainPermits();
                    }
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private void tickIfDue() {
            if (lane == Lane.PROMPT && System.nanoTime() - lastTick >= tick.toNanos()) {
                lastTick = System.nanoTime();
                ticks.forEach(Reconciler.this::guarded);
            }
        }

        /** A page of every kind in turn, so that none waits for the end of another. */
        private void round() {
            upToDate.await();
            Set<TodoKind> present = open.present(walks.stream().map(Walk::kind).toList());
            walks.stream()
                    .filter(walk -> walk.underWay() || present.contains(walk.kind()))
                    .forEach(Walk::nextPage);
            if (walks.stream().noneMatch(Walk::underWay)) {
                notBeforeNanos.values().removeIf(notBefore -> System.nanoTime() - notBefore >= 0);
            }
        }

        /** Whether it failed, waits or is settled: what is still on the list a tick later is looked at again. */
        private void perform(Duty duty, Todo todo) {
            Long notBefore = notBeforeNanos.get(todo);
            if (running && (notBefore == null || System.nanoTime() - notBefore >= 0)) {
                guarded(() -> todo.cause().during(() -> duty.perform(todo)));
                notBeforeNanos.put(todo, System.nanoTime() + tick.toNanos());
            }
        }
    }
}
