package org.quitclaim.command.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/**
 * Work that goes on by itself, round after round, on a thread of its own, as long as the application runs.
 *
 * <p><b>Guarantees:</b> one round at a time. A stop interrupts the round that is under way and begins no other; it does not
 * wait for the thread, which never keeps the process alive.
 *
 * <p><b>Errors:</b> what a round throws is said by its kind, and the next round begins after a pause: what made it fail, a full
 * disk perhaps, passes. An interruption is a stop.
 */
public abstract class Background implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final int phase;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /**
     * @param name of the thread
     * @param phase its place in {@link StartOrder}
     */
    protected Background(String name, int phase) {
        this.name = name;
        this.phase = phase;
    }

    /** One round, with its pause. */
    protected abstract void round() throws InterruptedException;

    /** Ends the pause that is under way, or the next one. */
    public void wake() {
        wake.release();
    }

    /** Pauses; returns whether somebody woke it. */
    protected final boolean wokenWithin(Duration pause) throws InterruptedException {
        boolean woken = wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        if (woken) {
            wake.drainPermits();
        }
        return woken;
    }

    protected final boolean isAlive() {
        Thread started = thread;
        return started != null && started.isAlive();
    }

    private void run() {
        try {
            while (running) {
                tryRound();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryRound() throws InterruptedException {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.atLevel(running ? Level.ERROR : Level.DEBUG)
                    .log(
                            "A round of {} failed ({}) and is tried again.",
                            name,
                            e.getClass().getSimpleName());
            wokenWithin(AFTER_A_FAILURE);
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread started = thread;
        if (started != null) {
            started.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
