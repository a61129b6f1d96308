package org.quitclaim.domain.consent;

import java.time.LocalDate;
import org.quitclaim.domain.DatedRejection;

/**
 * The person said no to this, and it is too early to ask again.
 *
 * @param on the first day on which it is not
 */
record AskedTooSoon(LocalDate on) implements DatedRejection {
    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    @Override
    public String code() {
        return "consent.asked-too-soon";
    }

    @Override
    public String advice() {
        return "The person said no to this, and may be asked again from {day}. Earlier only if they came back to it by"
                + " themselves or the no was a mistake: give that as \"again\".";
    }
}
