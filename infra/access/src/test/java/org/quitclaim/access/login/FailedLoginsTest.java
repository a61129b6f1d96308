package org.quitclaim.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quitclaim.access.sample.SampleApplication.MovableClock;
import org.quitclaim.vault.BlindIndex;

class FailedLoginsTest {
    private final MovableClock clock = new MovableClock();
    private final FailedLogins failures = new FailedLogins(clock);

    @Test
    void aSuccessForgetsTheAccountsFailures() {
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < FailedLogins.PER_ACCOUNT_AND_ADDRESS - 1; i++) {
                assertThat(failures.begin(attempt(1, "b"))).isEmpty();
            }
            FailedLogins.Attempt right = attempt(1, "b");
            assertThat(failures.begin(right)).isEmpty();
            failures.succeeded(right);
        }
    }

    @Test
    void oneAddressCannotTryOneAccountAfterAnother() {
        for (int i = 0; i < FailedLogins.PER_ADDRESS; i++) {
            assertThat(failures.begin(attempt(i, "a"))).isEmpty();
        }

        assertThat(failures.begin(attempt(100, "a"))).isPresent();
        assertThat(failures.begin(attempt(100, "b"))).isEmpty();
    }

    @Test
    void aClockThatIsSetBackMakesNoFailures() {
        failures.begin(attempt(1, "a"));
        clock.advance(Duration.ofDays(-1));

        assertThat(failures.begin(attempt(2, "a"))).isEmpty();
    }

    @Test
    void oneMoreIsFreeAfterItsShareOfTheWindow() {
        Duration share = FailedLogins.WINDOW.dividedBy(FailedLogins.PER_ACCOUNT_AND_ADDRESS);
        for (int i = 0; i < FailedLogins.PER_ACCOUNT_AND_ADDRESS; i++) {
            failures.begin(attempt(1, "a"));
        }

        assertThat(failures.begin(attempt(1, "a"))).contains(share.plusSeconds(1));
        clock.advance(share.minus(Duration.ofMillis(1)));
        assertThat(failures.begin(attempt(1, "a"))).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(failures.begin(attempt(1, "a"))).isEmpty();
        assertThat(failures.begin(attempt(1, "a"))).isPresent();
    }

    @Test
    void failuresElsewhereDoNotSlowSomebodyElseDown() {
        for (int i = 0; i < FailedLogins.PER_ADDRESS; i++) {
            failures.begin(attempt(1, "a"));
        }

        assertThat(failures.begin(attempt(1, "b"))).isEmpty();
    }

    @Test
    void anAccountIsNotGuessedFromManyAddresses() {
        for (int i = 0; i < FailedLogins.PER_ACCOUNT; i++) {
            assertThat(failures.begin(attempt(1, "a" + i))).isEmpty();
        }

        assertThat(failures.begin(attempt(1, "b"))).isPresent();
        assertThat(failures.begin(FailedLogins.attemptByKnown(index(1), "a browser")))
                .isEmpty();
    }

    @Test
    void theAddressesOfOneNetworkCountAsOne() {
        for (int i = 0; i < FailedLogins.PER_ACCOUNT_AND_ADDRESS; i++) {
            failures.begin(attempt(1, "2001:db8:0:1::" + i));
        }

        assertThat(failures.begin(attempt(1, "2001:db8:0:1:ffff::1"))).isPresent();
        assertThat(failures.begin(attempt(1, "2001:db8:0:2::1"))).isEmpty();
    }

    @Test
    void attemptsSideBySideDoNotSlipThrough() throws InterruptedException, ExecutionException {
        CountDownLatch go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> {
                        go.await();
                        return failures.begin(attempt(1, "a")).isEmpty();
                    }))
                    .toList();
            go.countDown();
            int let = 0;
            for (Future<Boolean> one : attempts) {
                let += one.get() ? 1 : 0;
            }
            assertThat(let).isEqualTo(FailedLogins.PER_ACCOUNT_AND_ADDRESS);
        }
    }

    private static FailedLogins.Attempt attempt(int account, String address) {
        return FailedLogins.attempt(index(account), address);
    }

    private static BlindIndex index(int account) {
        byte[] digest = new byte[BlindIndex.LENGTH];
        digest[0] = (byte) account;
        return new BlindIndex(digest);
    }
}
