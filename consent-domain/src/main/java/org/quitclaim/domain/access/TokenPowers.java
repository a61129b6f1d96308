package org.quitclaim.domain.access;

import java.time.Instant;
import java.util.Set;
import org.quitclaim.domain.Ordered;

/**
 * What a token opens, and until when.
 *
 * <p><b>Guarantees:</b> at least one scope or role.
 */
public record TokenPowers(Set<Scope> scopes, Set<StaffRole> roles, Instant ends) {
    public TokenPowers {
        scopes = Ordered.set(scopes);
        roles = Ordered.set(roles);
        if (scopes.isEmpty() && roles.isEmpty()) {
            throw new IllegalArgumentException("name at least one scope or role");
        }
    }

    /** Whether whoever holds it sees people, or could agree to what shows them. */
    public boolean takesTwo() {
        return !roles.isEmpty() || scopes.stream().anyMatch(Scope::showsPeople);
    }
}
