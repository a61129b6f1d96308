package org.quitclaim.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Stage stage = new Stage(new PrintStream(printed, true, StandardCharsets.UTF_8), new Ink(false));

    @Test
    void aCheckIsPrintedUnderItsId() {
        stage.check(Check.D27, () -> Finding.that(true, ""));

        assertThat(text()).isEqualToIgnoringNewLines("    D27 ok     the statue asks nobody");
    }

    @Test
    void aFailedCheckSaysWhatWasSeen() {
        stage.check(Check.D27, () -> Finding.same("dismissed", "open"));

        assertThat(text()).contains("D27 FAILED", "expected dismissed, saw open");
    }

    @Test
    void aCheckThatThrowsHasFailed() {
        stage.check(Check.D27, () -> {
            throw new Unexpected("no answer");
        });

        assertThat(text()).contains("D27 FAILED", "no answer");
        assertThat(stage.result(List.of()).passed()).isZero();
    }

    @Test
    void aCheckThatNobodyReachedHasFailed() {
        stage.check(Check.D01, () -> Finding.that(true, ""));

        assertThat(stage.result(List.of())).isEqualTo(new DemoResult(1, Check.values().length - 1, List.of()));
        assertThat(text()).contains("not reached");
    }

    @Test
    void aCheckThatFailedOnceStaysFailed() {
        stage.check(Check.D01, () -> Finding.that(false, ""));
        stage.check(Check.D01, () -> Finding.that(true, ""));

        assertThat(stage.result(List.of()).passed()).isZero();
    }

    @Test
    void theLastLineIsTheOneThatScriptsRelyOn() {
        assertThat(new DemoResult(54, 1, List.of()).line()).isEqualTo("demo: 54 checks passed, 1 failed");
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
