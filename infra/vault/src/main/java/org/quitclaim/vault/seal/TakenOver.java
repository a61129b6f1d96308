package org.quitclaim.vault.seal;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.storage.Stores;

/**
 * Whether another copy of the installation has taken a folder of this one over.
 *
 * <p><b>Guarantees:</b> each question reads the signs anew, and what was found once stays: whatever was said to the other
 * copy meanwhile is known here only after a start. A medium that hangs keeps the first who asks waiting for a second, and
 * nobody else until it answers.
 */
final class TakenOver implements AutoCloseable {
    private static final long WAIT_MILLIS = 1_000;

    private final Stores stores;
    private final InstallationId installation;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("place-signs").factory());
    private volatile @Nullable PlaceOfAnother found;
    private volatile @Nullable Future<?> hanging;

    TakenOver(Stores stores, InstallationId installation) {
        this.stores = stores;
        this.installation = installation;
    }

    Optional<PlaceOfAnother> look() {
        Future<?> before = hanging;
        if (found == null && !thread.isShutdown() && (before == null || before.isDone())) {
            Future<?> now = thread.submit(this::read);
            try {
                now.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                hanging = now;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a mistake in the program", e);
            }
        }
        return Optional.ofNullable(found);
    }

    private void read() {
        look(() -> stores.keks().another(installation));
        look(() -> stores.ledger().another(installation));
    }

    private interface Look {
        Optional<PlaceOfAnother> look() throws VaultException;
    }

    /** A medium that is away or damaged says nothing of another copy; a rotation says what is wrong with it. */
    private void look(Look look) {
        try {
            look.look().ifPresent(other -> found = other);
        } catch (VaultException e) {
            // the next question looks again
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
