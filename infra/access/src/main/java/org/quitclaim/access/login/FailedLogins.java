package org.quitclaim.access.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.TooManyAttempts;
import org.quitclaim.vault.BlindIndex;

/**
 * Limits how often a login may fail, per account and per address.
 *
 * <p><b>Guarantees:</b> at most {@value #PER_ACCOUNT} failures per account and {@value #PER_ADDRESS} per address within
 * {@link #WINDOW}; an attempt counts from its start, so that attempts side by side do not slip through. In memory only,
 * accounts by keyed digest; forgets the oldest beyond {@value #REMEMBERED} entries. Not guaranteed: that nobody can
 * delay somebody else's login by failing on purpose.
 *
 * <p><b>Thread-safety:</b> safe.
 *
 * <p><b>Source:</b> NIST SP 800-63B section 3.2.2 on limiting failed attempts.
 */
public final class FailedLogins {
    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 50;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 50_000;

    private sealed interface Counted {
        record Account(BlindIndex index) implements Counted {}

        record Address(String address) implements Counted {}
    }

    private record Tally(Instant since, int attempts) {}

    /** What {@link #require} counts. */
    public static final class Attempt {
        private final Counted account;
        private final Counted address;

        private Attempt(BlindIndex account, String address) {
            this.account = new Counted.Account(account);
            this.address = new Counted.Address(address);
        }
    }

    private final InstantSource clock;
    private final Map<Counted, Tally> tallies = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Counted, Tally> eldest) {
            return size() > REMEMBERED;
        }
    };

    public FailedLogins(InstantSource clock) {
        this.clock = clock;
    }

    public static Attempt attempt(BlindIndex account, String address) {
        return new Attempt(account, address);
    }

    /**
     * Counts an attempt.
     *
     * @throws RejectedException with {@code access.too-many-attempts} if it has to wait
     */
    public void require(Attempt attempt) {
        begin(attempt).ifPresent(wait -> {
            throw new RejectedException(new TooManyAttempts(wait));
        });
    }

    /** Counts an attempt, or says how long to wait before the next one. */
    synchronized Optional<Duration> begin(Attempt attempt) {
        Optional<Duration> wait = wait(attempt.account, PER_ACCOUNT).or(() -> wait(attempt.address, PER_ADDRESS));
        if (wait.isEmpty()) {
            List.of(attempt.account, attempt.address).forEach(this::count);
        }
        return wait;
    }

    /** The attempt was none: forgets the account's failures and takes it off the address's. */
    public synchronized void succeeded(Attempt attempt) {
        tallies.remove(attempt.account);
        tallies.computeIfPresent(attempt.address, (key, tally) -> new Tally(tally.since(), tally.attempts() - 1));
    }

    private void count(Counted key) {
        tallies.merge(key, new Tally(clock.instant(), 1), (old, one) -> new Tally(old.since(), old.attempts() + 1));
    }

    private Optional<Duration> wait(Counted key, int limit) {
        Tally tally = tallies.get(key);
        if (tally == null) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), tally.since().plus(WINDOW));
        if (!left.isPositive()) {
            tallies.remove(key);
            return Optional.empty();
        }
        return tally.attempts() < limit ? Optional.empty() : Optional.of(left.plusSeconds(1));
    }
}
