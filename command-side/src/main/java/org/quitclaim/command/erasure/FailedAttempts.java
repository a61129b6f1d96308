package org.quitclaim.command.erasure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.vault.VaultException;

/** Counts how often a step did not succeed, since the start or since somebody looked. */
final class FailedAttempts {
    /** At one try per tick, so about twenty seconds by default: longer than a full disk takes to be noticed. */
    static final int MOST = 10;

    private record Tried(ErasureCaseId erasureCase, ErasureStep step) {}

    private final Map<Tried, Integer> counts = new ConcurrentHashMap<>();

    /** Counts one more; true when that was the last one, and the count begins anew. */
    boolean exhausted(ErasureCaseId erasureCase, ErasureStep step) {
        Tried tried = new Tried(erasureCase, step);
        if (counts.merge(tried, 1, Integer::sum) < MOST) {
            return false;
        }
        counts.remove(tried);
        return true;
    }

    /** As {@link #exhausted(ErasureCaseId, ErasureStep)}; what only waits, as for a backup to end, is not counted. */
    boolean exhausted(ErasureCaseId erasureCase, ErasureStep step, RuntimeException failure) {
        return !(failure.getCause() instanceof VaultException.ShredDelayed) && exhausted(erasureCase, step);
    }

    void succeeded(ErasureCaseId erasureCase, ErasureStep step) {
        counts.remove(new Tried(erasureCase, step));
    }
}
