package org.quitclaim.domain.consent;

import java.time.LocalDate;
import java.time.Period;

/**
 * What this organisation decided beforehand about how people are asked.
 *
 * @param afterNo how long nobody asks again for what was refused; none for no wait
 */
public record AskingRules(LongestTerms longest, Period afterNo) {
    public static final AskingRules DEFAULT = new AskingRules(LongestTerms.DEFAULT, Period.ofMonths(6));

    public AskingRules {
        if (afterNo.isNegative()) {
            throw new IllegalArgumentException("a wait is no negative length of time");
        }
    }

    /** The first day on which somebody may be asked again for what they refused on that one. */
    LocalDate askedAgainFrom(LocalDate refused) {
        return refused.plus(afterNo);
    }
}
