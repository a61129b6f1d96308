package org.quitclaim.domain.consent;

import java.time.LocalDate;
import org.quitclaim.domain.DatedRejection;

/** The person said no to this; asking again needs a reason. */
record RefusedBefore(LocalDate on) implements DatedRejection {
    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    @Override
    public String code() {
        return "consent.refused-before";
    }

    @Override
    public String advice() {
        return "The person said no to this on {day}. Ask again only for a reason, and give it as \"again\":"
                + " PERSON_CAME_BACK, OTHER_QUESTION or NO_BY_MISTAKE.";
    }
}
