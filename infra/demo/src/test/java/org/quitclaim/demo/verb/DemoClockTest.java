package org.quitclaim.demo.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClockTest {
    @TempDir
    Path data;

    @Test
    void aRestartDoesNotSetItBack() throws Exception {
        DemoClock clock = clock();
        Instant later = clock.instant().plus(Duration.ofDays(31));
        assertThat(clock.moveTo(later)).isTrue();

        assertThat(clock().instant()).isAfterOrEqualTo(later);
    }

    @Test
    void itOnlyRunsForward() throws Exception {
        DemoClock clock = clock();
        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));

        assertThat(clock.moveTo(clock.instant().minus(Duration.ofDays(1)))).isFalse();
    }

    private DemoClock clock() throws Exception {
        return new DemoClock(data.resolve("demo-clock"));
    }
}
