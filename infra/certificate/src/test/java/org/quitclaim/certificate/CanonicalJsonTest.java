package org.quitclaim.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts of RFC 8785 that a certificate rests on, seen to hold for the library. */
class CanonicalJsonTest {
    @ParameterizedTest
    @CsvSource({
        "333333333.33333329, 333333333.3333333",
        "1E30, 1e+30",
        "4.50, 4.5",
        "2e-3, 0.002",
        "0.000000000000000000000000001, 1e-27",
        "-0, 0",
        "9007199254740992, 9007199254740992",
        "1e23, 1e+23",
        "5e-324, 5e-324"
    })
    void numbersAreWrittenAsEcmaScriptWritesThem(String written, String canonical) throws IOException {
        assertThat(CanonicalJson.canonical("[" + written + "]")).isEqualTo("[" + canonical + "]");
    }

    @Test
    void membersAreSortedByUtf16UnitsNotByCodePoints() throws IOException {
        String emoji = "\ud83d\ude00";
        String hebrew = "\ufb33";
        assertThat(CanonicalJson.canonical("{\"" + hebrew + "\":1, \"" + emoji + "\":2, \"\u20ac\":3, \"1\":4}"))
                .isEqualTo("{\"1\":4,\"\u20ac\":3,\"" + emoji + "\":2,\"" + hebrew + "\":1}");
    }

    @Test
    void textIsEscapedOnlyWhereItMustBe() throws IOException {
        assertThat(CanonicalJson.canonical("[\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"]"))
                .isEqualTo("[\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"]");
    }
}
