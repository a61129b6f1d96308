package org.quitclaim.command.photo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows whether somebody waits for a request that changes something, so that what nobody waits for gives way.
 *
 * <p><b>Guarantees:</b> whoever gives way goes on after a quarter of a second at the latest: a busy day does not keep photos
 * amber for ever.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class RequestsAtWork extends OncePerRequestFilter {
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private int atWork;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        count(1);
        try {
            chain.doFilter(request, response);
        } finally {
            count(-1);
        }
    }

    private void count(int more) {
        lock.lock();
        try {
            atWork += more;
            if (atWork == 0) {
                quiet.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nobody does, or for a moment. */
    public void giveWay() {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (atWork > 0 && left > 0) {
                left = quiet.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
