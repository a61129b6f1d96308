package org.quitclaim.command.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void it_is_over_when_so_much_has_passed() {
        assertThat(Wait.isOver(DAY, NOW.minus(DAY).plusMillis(1), NOW)).isFalse();
        assertThat(Wait.isOver(DAY, NOW, NOW)).isFalse();
        assertThat(Wait.isOver(DAY, NOW.minus(DAY), NOW)).isTrue();
    }

    @Test
    void what_a_clock_that_was_ahead_noted_is_waited_for_no_longer() {
        assertThat(Wait.isOver(DAY, NOW.plus(Duration.ofDays(400)), NOW)).isTrue();
        assertThat(Wait.isOver(DAY, NOW.plusMillis(1), NOW)).isTrue();
    }
}
