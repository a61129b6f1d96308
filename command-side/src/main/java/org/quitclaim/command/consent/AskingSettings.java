package org.quitclaim.command.consent;

import java.time.Period;
import org.quitclaim.domain.consent.LongestTerms;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are asked.
 *
 * @param longestRecognition after which recognition is asked for anew, such as 2y
 * @param longestPublication after which publication is
 */
@ConfigurationProperties("quitclaim.asking")
record AskingSettings(
        @DefaultValue("2y") Period longestRecognition,
        @DefaultValue("5y") Period longestPublication) {
    public AskingSettings {
        if (!isLength(longestRecognition) || !isLength(longestPublication)) {
            throw new IllegalArgumentException("quitclaim.asking.longest-recognition and longest-publication take a"
                    + " length of time above none, such as 2y or 18m");
        }
    }

    private static boolean isLength(Period period) {
        return !period.isNegative() && !period.isZero();
    }

    LongestTerms longest() {
        return new LongestTerms(longestRecognition, longestPublication);
    }
}
