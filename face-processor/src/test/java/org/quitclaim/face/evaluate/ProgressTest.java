package org.quitclaim.face.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND); // nanoTime may overflow
    private final Progress progress = new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), now::get);

    private String[] lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
    }

    private void work(int seconds) {
        for (int i = 1; i <= seconds; i++) {
            now.addAndGet(SECOND);
            progress.at(i, seconds, "photos looked at");
        }
    }

    @Test
    void shortWorkSaysNothing() {
        work(1);
        assertThat(lines()).isEmpty();
    }

    @Test
    void longerWorkSaysHowFarItIsEveryTwoSeconds() {
        work(5);
        assertThat(lines()).containsExactly("  2 of 5 photos looked at", "  4 of 5 photos looked at");
    }

    @Test
    void longWorkSaysItLessOften() {
        work(60);
        assertThat(lines()).contains("  18 of 60 photos looked at", "  58 of 60 photos looked at");
        assertThat(lines()).hasSize(9 + 4);
    }
}
