package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.quitclaim.eventstore.RefusedStart;

/** Of a password that is said once, nobody may take for said what nobody could read. */
class FirstLoginTest {
    @Test
    void password_that_is_taken_is_said() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();

        new FirstLogin(new PrintStream(terminal)).announce("admin", "four-words-once");

        assertThat(terminal.toString()).contains("First login: admin  one-time password: four-words-once");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void password_that_no_output_takes_refuses_the_start() throws IOException {
        try (PrintStream full = new PrintStream(new FileOutputStream("/dev/full"))) {
            FirstLogin login = new FirstLogin(full);

            assertThatThrownBy(() -> login.announce("admin", "four-words-once"))
                    .isInstanceOfSatisfying(
                            RefusedStart.class,
                            refused -> assertThat(refused.code()).isEqualTo("start.first-login-unsaid"))
                    .hasMessageNotContaining("four-words-once");
        }
    }
}
