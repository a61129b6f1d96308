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

    /** ADMIN alone, or any of the others; SERVICE is no role to ask for. */
    public static Set<Role> requireForPerson(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new RejectedException(AccessRejection.NO_ROLE);
        }
        boolean both = roles.contains(Role.ADMIN) && roles.size() > 1;
        if (roles.contains(Role.SERVICE) || both) {
            throw new RejectedException(AccessRejection.ROLES_CONFLICT);
        }
        return roles;
    }

    /** As for a person, or none beside scopes; scopes do the work of photos, so ADMIN has none. */
    public static Set<Role> requireForService(Set<Role> roles, Set<Scope> scopes) {
        if (roles.contains(Role.ADMIN) && !scopes.isEmpty()) {
            throw new RejectedException(AccessRejection.ROLES_CONFLICT);
        }
        return roles.isEmpty() && !scopes.isEmpty() ? roles : requireForPerson(roles);
    }

    /** What a machine is: SERVICE, and the roles it was given. */
    public static Set<Role> ofService(Set<Role> roles) {
        Set<Role> all = EnumSet.of(Role.SERVICE);
        all.addAll(roles);
        return all;
    }
}
