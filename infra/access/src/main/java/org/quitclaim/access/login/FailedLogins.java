package org.quitclaim.access.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.TooManyAttempts;
import org.quitclaim.vault.BlindIndex;

/**
 * Limits how often a login may fail: for one account from one address, for an address, and for an account from everywhere.
 * A browser that logged into the account before is counted for itself alone.
 *
 * <p><b>Guarantees:</b> so many failures at once, and one more each time its share of {@link #WINDOW} has passed; an attempt
 * counts from its start, so that attempts side by side do not slip through. Nobody delays the login of a browser that is
 * known. In memory only, accounts by keyed digest; forgets the oldest beyond {@value #REMEMBERED} entries. Not guaranteed:
 * that nobody delays a first login by failing at the same account from many addresses, or from the same address.
 *
 * <p><b>Thread-safety:</b> safe.
 *
 * <p><b>Source:</b> NIST SP 800-63B section 3.2.2 on limiting failed attempts; OWASP, device cookies.
 */
public final class FailedLogins {
    static final int PER_ACCOUNT_AND_ADDRESS = 5;
    static final int PER_ADDRESS = 50;
    static final int PER_ACCOUNT = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 50_000;

    private sealed interface Counted {
        int limit();

        record Pair(BlindIndex account, String address) implements Counted {
            @Override
            public int limit() {
                return PER_ACCOUNT_AND_ADDRESS;
            }
        }

        record Address(String address) implements Counted {
            @Override
            public int limit() {
                return PER_ADDRESS;
            }
        }

        record Account(BlindIndex account) implements Counted {
            @Override
            public int limit() {
                return PER_ACCOUNT;
            }
        }

        record Browser(BlindIndex account, String browser) implements Counted {
            @Override
            public int limit() {
                return PER_ACCOUNT_AND_ADDRESS;
            }
        }
    }

    /** @param failures that have not been forgiven at {@code at} */
    private record Tally(Instant at, double failures) {}

    /** What {@link #require} counts. */
    public static final class Attempt {
        private final Counted[] counted;

        private Attempt(Counted... counted) {
            this.counted = counted;
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

    /** By whoever is at this address. */
    public static Attempt attempt(BlindIndex account, String address) {
        String network = AddressRange.of(address);
        return new Attempt(
                new Counted.Pair(account, network), new Counted.Address(network), new Counted.Account(account));
    }

    /** By a browser that logged into this account before. */
    static Attempt attemptByKnown(BlindIndex account, String browser) {
        return new Attempt(new Counted.Browser(account, browser));
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
        Duration longest = Duration.ZERO;
        for (Counted key : attempt.counted) {
            Duration wait = wait(key);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        if (longest.isPositive()) {
            return Optional.of(longest.plusSeconds(1));
        }
        for (Counted key : attempt.counted) {
            add(key, 1);
        }
        return Optional.empty();
    }

    /** The attempt was none: forgets the failures of this account at this address, and takes it off the others. */
    public synchronized void succeeded(Attempt attempt) {
        for (Counted key : attempt.counted) {
            switch (key) {
                case Counted.Pair pair -> tallies.remove(pair);
                case Counted.Browser browser -> tallies.remove(browser);
                case Counted.Address address -> add(address, -1);
                case Counted.Account account -> add(account, -1);
            }
        }
    }

    private void add(Counted key, int attempts) {
        double failures = Math.max(0, failures(key) + attempts);
        // taken out and put back, so that the eldest entry is the one that was not used for longest
        tallies.remove(key);
        if (failures > 0) {
            tallies.put(key, new Tally(clock.instant(), failures));
        }
    }

    private double failures(Counted key) {
        Tally tally = tallies.get(key);
        if (tally == null) {
            return 0;
        }
        double forgiven =
                (double) Duration.between(tally.at(), clock.instant()).toMillis() * key.limit() / WINDOW.toMillis();
        // a clock that was set back forgives nothing, but nobody failed because of it
        return Math.max(0, tally.failures() - Math.max(0, forgiven));
    }

    private Duration wait(Counted key) {
        double tooMany = failures(key) + 1 - key.limit();
        return tooMany <= 0
                ? Duration.ZERO
                : Duration.ofMillis((long) Math.ceil(tooMany * WINDOW.toMillis() / key.limit()));
    }
}
