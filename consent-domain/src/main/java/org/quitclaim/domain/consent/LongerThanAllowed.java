package org.quitclaim.domain.consent;

import java.time.LocalDate;
import org.quitclaim.domain.DatedRejection;

/** What is asked for would last longer than this organisation lets it. */
record LongerThanAllowed(LocalDate on) implements DatedRejection {
    @Override
    public Kind kind() {
        return Kind.UNACCEPTABLE;
    }

    @Override
    public String code() {
        return "consent.longer-than-allowed";
    }

    @Override
    public String advice() {
        return "For this purpose nothing is asked for beyond {day}: choose an end on that day or before. Whoever wants to"
                + " go on then is asked anew.";
    }
}
