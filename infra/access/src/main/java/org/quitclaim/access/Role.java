package org.quitclaim.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.domain.access.StaffRole;

/**
 * What somebody with an account, or a machine with a token, is trusted with. There is no hierarchy: nobody may do what
 * another role may do merely by standing higher.
 */
public enum Role {
    /** Uploads photos and marks who is on them. */
    PHOTOGRAPHER,
    /** Decides where photos are used. */
    EDITOR,
    /** Consents, withdrawals, erasure, requests of data subjects. */
    COMPLIANCE_OFFICER,
    /** Reads what was known and decided at any moment. */
    AUDITOR,
    /** Runs the system and its accounts; sees no personal data of portrayed persons. */
    ADMIN,
    /** A machine. Grants nothing: its scopes and its other roles do. */
    SERVICE;

    /** The same word of the history. */
    public static Set<Role> of(Set<StaffRole> roles) {
        return roles.stream().map(role -> valueOf(role.name())).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException for SERVICE, which nobody is given */
    public static Set<StaffRole> given(Set<Role> roles) {
        return roles.stream().map(role -> StaffRole.valueOf(role.name())).collect(Collectors.toUnmodifiableSet());
    }
}
