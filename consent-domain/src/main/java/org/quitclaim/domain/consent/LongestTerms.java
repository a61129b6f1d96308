package org.quitclaim.domain.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long a permission may last, counted from the day on which it is asked for.
 *
 * <p><b>Source:</b> GDPR Art. 5(1)(e): no longer than the purpose needs, which the organisation decides beforehand.
 */
public record LongestTerms(Period recognition, Period publication) {
    public static final LongestTerms DEFAULT = new LongestTerms(Period.ofYears(2), Period.ofYears(5));

    public LongestTerms {
        if (!isSome(recognition) || !isSome(publication)) {
            throw new IllegalArgumentException("a longest term is a length of time above none");
        }
    }

    private static boolean isSome(Period length) {
        return !length.isNegative() && !length.isZero();
    }

    /** The first of the last days that are not kept to, as {@code asked} on that day; empty if all are. */
    Optional<LongerThanAllowed> against(List<Terms> asked, Instant at) {
        return asked.stream()
                .filter(terms -> terms.term().until().isAfter(last(terms, at)))
                .map(terms -> new LongerThanAllowed(last(terms, at)))
                .min(Comparator.comparing(LongerThanAllowed::on));
    }

    private LocalDate last(Terms terms, Instant at) {
        return LocalDate.ofInstant(at, terms.term().zone())
                .plus(
                        switch (terms.purpose()) {
                            case RECOGNITION -> recognition;
                            case PUBLICATION -> publication;
                        });
    }
}
