package org.quitclaim.standalone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.quitclaim.vault.Epochs;
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

    private final Vault vault;
    private final Clock clock;
    private final Duration atMostEvery;
    private Instant notBefore = Instant.MIN;
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
        try {
            if (!vault.erasuresToldAtBackupTarget()) {
                LOG.warn("The backup target cannot be reached; what was erased is told to it later.");
            }
            Epochs epochs = vault.epochs();
            boolean old = !epochs.currentSince().plus(atMostEvery).isAfter(clock.instant());
            boolean wanted = epochs.retiring().isPresent() || old && epochs.due();
            if (wanted && !clock.instant().isBefore(notBefore)) {
                epochs.rotate(progress -> {});
            }
        } catch (VaultException e) {
            notBefore = clock.instant().plus(AFTER_FAILURE);
            LOG.warn("The epoch was not retired ({}): {}", e.code(), e.getMessage());
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }
}
