package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {
    private static final Box FACE = new Box(0.25, 0.25, 0.25, 0.25);

    @ParameterizedTest(name = "{0} {1} {2} × {3}: {4}")
    @CsvSource({
        "0.25, 0.25, 0.25, 0.25, true",
        "0.0, 0.0, 1.0, 1.0, true",
        "0.3, 0.3, 0.01, 0.01, true",
        "0.4375, 0.25, 0.25, 0.25, true",
        "0.438, 0.25, 0.25, 0.25, false",
        "0.375, 0.375, 0.25, 0.25, true",
        "0.376, 0.375, 0.25, 0.25, false",
        "0.5, 0.25, 0.25, 0.25, false",
        "0.25, 0.6, 0.25, 0.25, false",
    })
    void a_quarter_of_the_smaller_one_makes_it_the_same_place(
            double x, double y, double width, double height, boolean same) {
        Box other = new Box(x, y, width, height);

        assertThat(FACE.isAtPlaceOf(other)).isEqualTo(same);
        assertThat(other.isAtPlaceOf(FACE)).isEqualTo(same);
    }
}
