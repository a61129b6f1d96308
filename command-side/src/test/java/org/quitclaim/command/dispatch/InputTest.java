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

    @ParameterizedTest
    @ValueSource(strings = {"Anna\u202eannA", "Anna\u2066", "An\u0000na", "Anna\u0007", "Anna\nBos"})
    void a_name_that_would_be_shown_as_another_is_refused(String name) {
        assertThatThrownBy(() -> Input.name(name, "name")).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u05d0\u05d1\u200f", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "Zo\u00eb"})
    void a_name_of_any_script_is_taken_with_the_signs_that_it_needs(String name) {
        assertThat(Input.name(name, "name")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d\ude00\ud83c\udf89", "...", "-"})
    void a_text_of_signs_alone_is_not_called_missing(String text) {
        assertThatThrownBy(() -> Input.name(text, "name"))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo("request.says-nothing"));
    }

    @Test
    void nothing_says_nothing() {
        assertThat(Input.says(null)).isFalse();
    }
}
