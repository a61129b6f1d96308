package org.quitclaim.query.consent;

import org.quitclaim.access.Actor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;

/** How much of a person's record somebody reads; the least that the work needs. */
enum PersonReader {
    /** Answers for consents, or checks them: capacity and contexts too. */
    EVERYTHING,
    /** Asks for consent and records answers: not in which capacity somebody is portrayed, nor for which subjects. */
    CONSENTS,
    /** Photographs: who takes part. */
    EXISTENCE;

    static PersonReader of(Actor actor, Reach reach) {
        if (actor.is(Role.COMPLIANCE_OFFICER) || actor.is(Role.AUDITOR)) {
            return EVERYTHING;
        }
        return reach instanceof Reach.Everything ? CONSENTS : EXISTENCE;
    }
}
