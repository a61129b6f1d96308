package org.quitclaim.access.login;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.quitclaim.access.edge.Place;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.Shortage;
import org.quitclaim.vault.VaultException;

/**
 * Passwords are checked one after another, strangers' and those of known browsers in a row of their own, so that a crowd of
 * strangers uses up neither memory, nor threads, nor the turn of somebody who works here.
 *
 * <p><b>Guarantees:</b> at most {@value #WAITING} wait in a row; who comes then is told {@code server.threads-short}. A failure is
 * answered at a multiple of {@link #STEP}, so that its time does not tell whether the account exists.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class Turns {
    static final int WAITING = 24;
    private static final Duration STEP = Duration.ofMillis(250);

    private final Semaphore places = new Semaphore(WAITING);
    private final Semaphore turn = new Semaphore(1, true);

    @FunctionalInterface
    interface Check<T> {
        Optional<T> run() throws VaultException;
    }

    <T> Optional<T> take(Check<T> check) throws VaultException {
        if (!places.tryAcquire()) {
            throw new RejectedException(Shortage.THREADS);
        }
        try {
            return inTurn(check);
        } finally {
            places.release();
        }
    }

    private <T> Optional<T> inTurn(Check<T> check) throws VaultException {
        Place.waits();
        turn.acquireUninterruptibly();
        Place.goesOn();
        long begun = System.nanoTime();
        Optional<T> found;
        try {
            found = check.run();
        } finally {
            turn.release();
        }
        if (found.isEmpty()) {
            Place.waits();
            LockSupport.parkNanos(STEP.toNanos() - (System.nanoTime() - begun) % STEP.toNanos());
            Place.goesOn();
        }
        return found;
    }
}
