package org.quitclaim.face.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.detect.DetectedFace;

/** What is printed of who was missed, mistaken and named as a stranger. */
class ErrorRatesTest {

    @Test
    @Requirement({"R81", "R82"})
    void each_group_has_its_own_rates_and_another_persons_name_counts_apart() {
        ErrorRates rates = new ErrorRates(Map.of("a.jpg", "F", "b.jpg", "F", "c.jpg", "M", "d.jpg", "M"));
        rates.count(photo("a.jpg", "anna"), Optional.of(List.of("anna")));
        rates.count(photo("b.jpg", "boris"), Optional.of(List.of("anna")));
        rates.count(photo("c.jpg", "anna"), Optional.of(List.of()));
        rates.count(photo("d.jpg"), Optional.of(List.of()));
        rates.count(photo("unknown.jpg", "anna"), Optional.empty());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        rates.print(2, new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "everybody, 2 enrolled: FNIR 50.0 % (1 of 2; 95 %: 9.5 to 90.5 %) at FPIR"
                                + " 50.0 % (1 of 2; 95 %: 9.5 to 90.5 %); given another's name"
                                + " 50.0 % (1 of 2; 95 %: 9.5 to 90.5 %)",
                        "group F, 2 enrolled: FNIR 50.0 % (1 of 2; 95 %: 9.5 to 90.5 %) at FPIR"
                                + " unknown (0 of 0); given another's name 50.0 % (1 of 2; 95 %: 9.5 to 90.5 %)",
                        "group M, 2 enrolled: FNIR unknown (0 of 0) at FPIR"
                                + " 50.0 % (1 of 2; 95 %: 9.5 to 90.5 %); given another's name unknown (0 of 0)");
    }

    /** Newcombe 1998, table I: 81 of 263, and 0 of 20. */
    @Test
    void the_interval_is_wilsons() {
        assertThat(new Share(81, 263).low()).isCloseTo(0.2553, within(0.0001));
        assertThat(new Share(81, 263).high()).isCloseTo(0.3662, within(0.0001));
        assertThat(new Share(0, 20).low()).isCloseTo(0, within(0.0001));
        assertThat(new Share(0, 20).high()).isCloseTo(0.1611, within(0.0001));
    }

    private static JudgedPhoto photo(String file, String... names) {
        DetectedFace face = new DetectedFace(new Box(0.1, 0.1, 0.2, 0.2), 0.9);
        return new JudgedPhoto(
                file,
                Stream.of(names)
                        .map(name -> new JudgedFace(face, Optional.of(new JudgedFace.Named(name, 0.3)), List.of()))
                        .toList());
    }
}
