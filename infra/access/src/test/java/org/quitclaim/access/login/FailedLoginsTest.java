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
            for (int i = 0; i < FailedLogins.PER_ACCOUNT - 1; i++) {
                assertThat(failures.begin(attempt(1, "a" + round + i))).isEmpty();
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
    void theWaitEndsWithTheWindow() {
        for (int i = 0; i < FailedLogins.PER_ACCOUNT; i++) {
            failures.begin(attempt(1, "a"));
        }

        assertThat(failures.begin(attempt(1, "a"))).contains(FailedLogins.WINDOW.plusSeconds(1));
        clock.advance(FailedLogins.WINDOW.minus(Duration.ofMillis(1)));
        assertThat(failures.begin(attempt(1, "a"))).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(failures.begin(attempt(1, "a"))).isEmpty();
    }

    @Test
    void attemptsSideBySideDoNotSlipThrough() throws InterruptedException, ExecutionException {
        CountDownLatch go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> {
                        go.await();
                        return failures.begin(attempt(1, "a" + i)).isEmpty();
                    }))
                    .toList();
            go.countDown();
            int let = 0;
            for (Future<Boolean> one : attempts) {
                let += one.get() ? 1 : 0;
            }
            assertThat(let).isEqualTo(FailedLogins.PER_ACCOUNT);
        }
    }

    private static FailedLogins.Attempt attempt(int account, String address) {
        byte[] digest = new byte[BlindIndex.LENGTH];
        digest[0] = (byte) account;
        return FailedLogins.attempt(new BlindIndex(digest), address);
    }
}
