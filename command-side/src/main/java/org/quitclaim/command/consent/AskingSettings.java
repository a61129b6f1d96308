package org.quitclaim.command.consent;

import java.time.Period;
import org.quitclaim.domain.consent.AskingRules;
import org.quitclaim.domain.consent.LongestTerms;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are asked.
 *
 * @param longestRecognition after which recognition is asked for anew, such as 2y
 * @param longestPublication after which publication is
 * @param waitAfterNo for how long nobody asks again for what was refused; 0d for no wait
 */
@ConfigurationProperties("quitclaim.asking")
record AskingSettings(
        @DefaultValue("2y") Period longestRecognition,
        @DefaultValue("5y") Period longestPublication,
        @DefaultValue("6m") Period waitAfterNo) {
    public AskingSettings {
        if (!isLength(longestRecognition) || !isLength(longestPublication)) {
            throw new IllegalArgumentException("quitclaim.asking.longest-recognition and longest-publication take a"
                    + " length of time above none, such as 2y or 18m");
        }
        if (waitAfterNo.isNegative()) {
            throw new IllegalArgumentException("quitclaim.asking.wait-after-no takes a length of time, such as 6m");
        }
    }

    private static boolean isLength(Period period) {
        return !period.isNegative() && !period.isZero();
    }

    AskingRules rules() {
        return new AskingRules(new LongestTerms(longestRecognition, longestPublication), waitAfterNo);
    }
}
