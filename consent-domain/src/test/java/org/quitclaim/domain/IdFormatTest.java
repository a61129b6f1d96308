package org.quitclaim.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.id.PersonId;

class IdFormatTest {
    @Test
    void aWellFormedIdIsAccepted() {
        assertThat(new PersonId("per_abcdefghijklmnopqrstuvwx27").value()).startsWith("per_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "per_", "per_anna", "pho_abcdefghijklmnopqrstuvwx27", "per_ABCDEFGHIJKLMNOPQRSTUVWX27"})
    void anythingElseIsRefusedWithoutRepeatingIt(String value) {
        assertThatThrownBy(() -> new PersonId(value))
                .isInstanceOf(MalformedId.class)
                .hasMessageContaining("per_")
                .hasMessageNotContaining("anna");
    }
}
