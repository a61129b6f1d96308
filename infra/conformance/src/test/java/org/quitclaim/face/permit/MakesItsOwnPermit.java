package org.quitclaim.face.permit;

import org.quitclaim.domain.id.PersonId;

/** Breaks a rule on purpose; only here do the constructors let it. */
final class MakesItsOwnPermit {
    EmbeddingPermit permit(PermitTerms terms, PersonId person) {
        return new EmbeddingPermit.Enrolment(terms, person);
    }
}
