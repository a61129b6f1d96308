package org.quitclaim.access.account;

import java.util.EnumSet;
import java.util.Set;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.access.Scope;

/**
 * Which roles one actor may have together.
 *
 * <p><b>Source:</b> requirement R72: whoever runs the keys is not whoever runs the photos.
 */
public final class RoleRules {
    private RoleRules() {}

    /** ADMIN alone, or any of the others; SERVICE is no role of a person. */
    static Set<Role> requireForPerson(Set<Role> roles) {
        if (roles.contains(Role.SERVICE)) {
            throw new RejectedException(AccessRejection.ROLES_CONFLICT);
        }
        return requireApart(roles);
    }

    /** As for a person, or none beside scopes; with SERVICE added, which is no role to ask for. */
    public static Set<Role> requireForService(Set<Role> roles, Set<Scope> scopes) {
        Set<Role> named = EnumSet.noneOf(Role.class);
        named.addAll(roles);
        named.remove(Role.SERVICE);
        Set<Role> all = EnumSet.of(Role.SERVICE);
        all.addAll(named.isEmpty() && !scopes.isEmpty() ? named : requireApart(named));
        return all;
    }

    private static Set<Role> requireApart(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new RejectedException(AccessRejection.NO_ROLE);
        }
        if (roles.contains(Role.ADMIN) && roles.size() > 1) {
            throw new RejectedException(AccessRejection.ROLES_CONFLICT);
        }
        return roles;
    }
}
