package org.quitclaim.command.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.RunningCommandSide;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.HistoryTrust;

class RunningClockTest {
    @TempDir
    Path data;

    @Test
    void a_clock_that_is_set_back_while_the_server_runs_is_doubted_once_and_a_small_correction_is_not() {
        try (RunningCommandSide side = RunningCommandSide.over(data)) {
            RunningClock watch = side.bean(RunningClock.class);
            Instant ahead = side.bean(Clock.class).instant().plus(Duration.ofDays(9));
            side.clockTo(ahead);
            watch.look();
            side.clockTo(ahead.minusSeconds(119));
            watch.look();
            assertThat(side.bean(HistoryTrust.class).doubts()).isEmpty();

            Instant back = ahead.minus(Duration.ofDays(9));
            side.clockTo(back);
            watch.look();
            watch.look();
            HistoryStanding standing = side.bean(HistoryStanding.class);
            assertThat(standing.doubts()).containsExactly(Doubt.ClockBehind.CODE);
            assertThat(standing.recorded().open())
                    .singleElement()
                    .satisfies(open -> assertThat(open.doubt()).isEqualTo(new Doubt.ClockBehind(back, ahead)));
        }
    }
}
