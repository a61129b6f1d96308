package org.quitclaim.domain.consent;

import org.quitclaim.domain.id.GrantId;

/** One permission that counts no more, and what it was for. */
public record EndedGrant(GrantId grant, Purpose purpose) {
    static EndedGrant of(Grant grant) {
        return new EndedGrant(grant.id(), grant.terms().purpose());
    }
}
