package org.quitclaim.command.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    @Test
    void a_round_that_fails_is_not_the_last() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(2);
        Background work = new Background("fails", 0) {
            @Override
            protected void round() {
                rounds.countDown();
                throw new IllegalStateException("the disk is full");
            }
        };
        work.start();
        try {
            assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            work.stop();
        }
    }
}
