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
 * lives in memory only. Each {@link WorkerGroup} has a thread of its own; clock ticks run on the prompt one.
 */
public final class Reconciler implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final UpToDate upToDate;
    private final List<Runnable> ticks;
    private final Duration tick;
    private final Map<WorkerGroup, Work> groups = new EnumMap<>(WorkerGroup.class);
    private volatile boolean running;

    public Reconciler(
            WorkIndex index, UpToDate upToDate, List<Duty> duties, List<Runnable> ticks, Clock clock, Duration tick) {
        this.upToDate = upToDate;
        this.ticks = List.copyOf(ticks);
        this.tick = tick;
        OpenWork open = new OpenWork(index, clock);
        for (WorkerGroup workers : WorkerGroup.values()) {
            groups.put(workers, new Work(workers, open, duties));
        }
    }

    /** Something new may be on the lists. */
    public void wake() {
        groups.values().forEach(work -> work.wake.release());
    }

    @Override
    public synchronized void start() {
        running = true;
        groups.values().forEach(Work::start);
    }

    @Override
    public synchronized void stop() {
        running = false;
        groups.values().forEach(Work::stop);
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

    /** One group of workers: its thread, where it is on its lists, and what it has put off. */
    private final class Work {
        private final WorkerGroup workers;
        private final OpenWork open;
        private final List<PageByPage> lists;
        private final Semaphore wake = new Semaphore(0);
        private final Map<Todo, Long> notBeforeNanos = new HashMap<>();
        private long lastTick = System.nanoTime() - tick.toNanos();
        private @Nullable Thread thread;

        Work(WorkerGroup workers, OpenWork open, List<Duty> duties) {
            this.workers = workers;
            this.open = open;
            this.lists = duties.stream()
                    .filter(duty -> duty.workers() == workers)
                    .sorted(Comparator.comparing(Duty::kind))
                    .map(duty -> new PageByPage(open, duty.kind(), todo -> perform(duty, todo)))
                    .toList();
        }

        void start() {
            thread = Thread.ofPlatform()
                    .daemon()
                    .name("reconciler-" + workers.name().toLowerCase(Locale.ROOT))
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
                    boolean rest = !guarded(this::round) || lists.stream().noneMatch(PageByPage::underWay);
                    if (rest && wake.tryAcquire(tick.toMillis(), TimeUnit.MILLISECONDS)) {
                        wake.drainPermits();
                    }
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private void tickIfDue() {
            if (workers == WorkerGroup.PROMPT && System.nanoTime() - lastTick >= tick.toNanos()) {
                lastTick = System.nanoTime();
                ticks.forEach(Reconciler.this::guarded);
            }
        }

        /** A page of every kind in turn, so that none waits for the end of another. */
        private void round() {
            upToDate.await();
            Set<TodoKind> present =
                    open.present(lists.stream().map(PageByPage::kind).toList());
            lists.stream()
                    .filter(list -> list.underWay() || present.contains(list.kind()))
                    .forEach(PageByPage::nextPage);
            if (lists.stream().noneMatch(PageByPage::underWay)) {
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
