package org.quitclaim.face.evaluate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quitclaim.face.gallery.MatchRule;

/**
 * What is to be measured.
 *
 * @param falsePositiveRate 0..1, the stated rate, as {@code quitclaim.recognition.false-positive-rate} has it
 */
public record Asked(Path folder, @Nullable Path report, double falsePositiveRate) {

    /** At the usual rate. */
    public static Asked of(Path folder, @Nullable Path report) {
        return new Asked(folder, report, MatchRule.USUAL_RATE);
    }

    /** As this, at a rate in words; not a number where it is none. */
    public Asked at(String falsePositiveRate) {
        try {
            return new Asked(folder, report, Double.parseDouble(falsePositiveRate));
        } catch (NumberFormatException e) {
            return new Asked(folder, report, Double.NaN);
        }
    }
}
