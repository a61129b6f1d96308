package org.quitclaim.domain.consent;

import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.vault.RecordId;

/**
 * Somebody who signs for a minor or an incapacitated adult.
 *
 * @param authority the papers, sealed under the person's EVIDENCE key
 * @param verified whether staff checked the papers
 * @param sole whether this one may sign without the other parent
 * @param disputed whether the authority is contested: then nothing is authorised
 */
public record Representative(
        RepresentativeId id, Role role, RecordId authority, boolean verified, boolean sole, boolean disputed) {
    /** By what right. */
    public enum Role {
        PARENT,
        GUARDIAN,
        LEGAL_REPRESENTATIVE
    }

    /** Whether a yes of this one is enough where both parents have to sign. */
    public boolean mayAlone() {
        return sole || role != Role.PARENT;
    }

    Representative corrected(RecordId papers) {
        return new Representative(id, role, papers, verified, sole, disputed);
    }

    Representative withDispute(boolean contested) {
        return new Representative(id, role, authority, verified, sole, contested);
    }
}
