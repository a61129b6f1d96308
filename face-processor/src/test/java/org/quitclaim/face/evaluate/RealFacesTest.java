package org.quitclaim.face.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.face.TestData;

/** The whole evaluation on the 448 shared photos of real people, and what it has to reach. */
class RealFacesTest {

    private static final int PHOTOS_OF_THE_ENROLLED = 148;
    private static final int PHOTOS_OF_STRANGERS = 200;

    @Test
    @Requirement("R81")
    void realPeopleAreFoundAtEverySizeAndRecognisedAndStrangersAreNot() {
        Path folder = TestData.folder().resolve("faces");
        assumeTrue(Files.isDirectory(folder), "The shared test data holds no photos of real people to measure on");
        String printed = evaluate(folder);
        System.out.println(printed); // the figures belong into the log of every run
        assertThat(number(printed, "enrolled: (\\d+) people")).isGreaterThanOrEqualTo(98);
        assertThat(number(printed, "n: (\\d+) faces")).isGreaterThanOrEqualTo(341);
        assertThat(share(printed, 24)).isGreaterThanOrEqualTo(0.90);
        assertThat(share(printed, 40)).isGreaterThanOrEqualTo(0.99);
        assertThat(share(printed, 60)).isGreaterThanOrEqualTo(0.99);
        assertThat(number(printed, "hits: (\\d+)")).isGreaterThanOrEqualTo(77 * PHOTOS_OF_THE_ENROLLED / 100 + 1);
        assertThat(printed)
                .contains("failure to enrol: 0.0 % (0 of 100;")
                .contains("group F, ", "group M, ")
                .containsPattern("everybody, .* name 0\\.0 % \\(0 of 148;");
        assertThat(number(printed, "wrong: (\\d+)")).isLessThanOrEqualTo(15 * PHOTOS_OF_STRANGERS / 1000);
        for (int gallery : new int[] {1, 2, 5, 10, 20}) {
            assertThat(misses(printed, gallery))
                    .as("in percent, among %d", gallery)
                    .isLessThanOrEqualTo(12);
        }
    }

    private static String evaluate(Path folder) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        EvaluateCommand.run(
                Asked.of(folder, null),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream()));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static double share(String printed, int pixels) {
        String line = "face: " + pixels + " px: (\\d+) of (\\d+)";
        Matcher matcher = Pattern.compile(line).matcher(printed);
        assertThat(matcher.find()).as(printed).isTrue();
        return Double.parseDouble(matcher.group(1)) / Double.parseDouble(matcher.group(2));
    }

    /** At one photo of strangers in a hundred. */
    private static double misses(String printed, int gallery) {
        Matcher matcher = Pattern.compile("gallery of " + gallery + ", drawn \\d+ times: FNIR ([0-9.]+) %")
                .matcher(printed);
        assertThat(matcher.find()).as(printed).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static int number(String printed, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(printed);
        assertThat(matcher.find()).as(printed).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
