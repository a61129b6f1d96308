package org.quitclaim.standalone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.Epochs;
import org.quitclaim.vault.LedgerLook;
import org.quitclaim.vault.RotationDelayed;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retires the epoch when something was shredded in it, at most so often; finishes at once what was interrupted. Needs
 * nobody's consent: an erasure cannot be held up.
 *
 * <p>Also tells the backup target what it missed while it was out of reach.
 */
final class EpochSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EpochSchedule.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    /** What is waited for (a medium, the platform, a key service) comes by hand; each try copies all wrapped keys. */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    /** Long enough for a medium to be fetched over a weekend. */
    private static final Duration ALARM_AFTER = Duration.ofDays(3);

    private final Vault vault;
    private final Clock clock;
    private final Duration atMostEvery;
    private @Nullable Instant failed;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("epochs").factory());

    EpochSchedule(Vault vault, Clock clock, Duration atMostEvery) {
        this.vault = vault;
        this.clock = clock;
        this.atMostEvery = atMostEvery;
    }

    EpochSchedule started() {
        thread.scheduleWithFixedDelay(this::look, 1, LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    /** One look; whatever fails is tried again at the next one. */
    void look() {
        guarded(this::lookWhetherTakenOver);
        guarded(this::lookAtLedger);
        guarded(this::rotateIfWanted);
    }

    /** A task that throws is never run again by its executor, and erasures would be final on no copy from then on. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("A mistake in the program; it is tried again.", e);
        }
    }

    private void lookWhetherTakenOver() {
        vault.takenOver()
                .ifPresent(other -> LOG.error(
                        "Another copy of this installation works instead of this one. Nothing is cleared and no file"
                                + " leaves from now on; what is taken back here is recorded, and known to nobody else."
                                + " Stop this server ({}): {}",
                        other.code(),
                        other.getMessage()));
    }

    private void lookAtLedger() {
        switch (vault.lookAtLedger()) {
            case LedgerLook.Told told -> {}
            case LedgerLook.ToldNow(int missing) ->
                LOG.warn(
                        "The ledger at the backup target lacked {} destroyed keys; they are written. If it was in"
                                + " reach all the time, somebody removed them.",
                        missing);
            case LedgerLook.NotTold(VaultException why) ->
                LOG.warn(
                        "What was erased is not told at the backup target, and will be later ({}): {}",
                        why.code(),
                        why.getMessage());
        }
    }

    private void rotateIfWanted() {
        Instant before = failed;
        if (before != null && !isOver(AFTER_FAILURE, before)) {
            return;
        }
        failed = clock.instant();
        try {
            Epochs epochs = vault.epochs();
            boolean old = isOver(atMostEvery, epochs.currentSince());
            if (epochs.retiring().isPresent() || old && epochs.due()) {
                epochs.rotate(progress -> {});
            }
            failed = null;
        } catch (VaultException e) {
            say(e);
        }
    }

    /** What lies in the future was noted by a clock that was ahead: nobody knows how long ago that is, so nothing waits. */
    private boolean isOver(Duration wait, Instant since) {
        Instant now = clock.instant();
        return since.isAfter(now) || !since.plus(wait).isAfter(now);
    }

    private void say(VaultException e) {
        Optional<Instant> since =
                vault.epochs().delayed().map(RotationDelayed::since).filter(first -> isOver(ALARM_AFTER, first));
        if (since.isPresent()) {
            LOG.error(
                    "The epoch has not been retired since {}: copies of keys destroyed since are of use to whoever has"
                            + " one, and certificates stay provisional ({}): {}",
                    since.get(),
                    e.code(),
                    e.getMessage());
        } else {
            LOG.warn("The epoch was not retired ({}): {}", e.code(), e.getMessage());
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }
}
