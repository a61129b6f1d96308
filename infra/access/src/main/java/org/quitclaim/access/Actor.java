package org.quitclaim.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;

/**
 * Who sends a request: an account or a machine, by its opaque id, its roles, and the scopes of a machine.
 *
 * <p><b>Guarantees:</b> at least one role; iterated in the order of {@link Role}.
 */
public record Actor(ActorId id, Set<Role> roles, Set<Scope> scopes) {

    public Actor {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an actor has at least one role");
        }
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
        scopes = Set.copyOf(scopes);
    }

    /** A member of staff. */
    public Actor(AccountId id, Set<Role> roles) {
        this(id, roles, Set.of());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAnyOf(Set<Role> some) {
        return roles.stream().anyMatch(some::contains);
    }

    /** The role to write down for what this actor does: the first that is not {@link Role#SERVICE}, if there is one. */
    public Role actingAs() {
        return roles.iterator().next();
    }

    /** Why this actor has records opened. */
    public AccessReason reason(AccessPurpose why) {
        return reason(why, "");
    }

    /** @param caseRef opaque id of what it is about; empty when there is none */
    public AccessReason reason(AccessPurpose why, String caseRef) {
        return new AccessReason(new Accessor.Staff(id), actingAs().name(), why, caseRef);
    }
}
