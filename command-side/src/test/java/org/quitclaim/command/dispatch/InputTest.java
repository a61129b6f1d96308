package org.quitclaim.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.access.problem.RejectedException;

class InputTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "\u2060\ufeff", "\u202e", "...", "-"})
    void a_text_without_a_letter_or_digit_says_nothing(String text) {
        assertThat(Input.says(text)).isFalse();
        assertThatThrownBy(() -> Input.text(text, "reason")).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> Input.name(text, "name")).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "é", "\u4e2d", "\u05d0", "art. 17"})
    void a_letter_or_digit_of_any_script_does(String text) {
        assertThat(Input.says(text)).isTrue();
        assertThat(Input.text(" " + text + " ", "reason")).isEqualTo(text);
    }

    @Test
    void nothing_says_nothing() {
        assertThat(Input.says(null)).isFalse();
    }
}
