package org.quitclaim.vault;

import java.util.regex.Pattern;

/**
 * Without one nothing is opened: who asks, in which role, why, and for which case.
 *
 * @param role a role code such as {@code EDITOR}
 * @param caseRef opaque id of the case or photo this is about; empty when there is none
 */
public record AccessReason(Accessor who, String role, AccessPurpose why, String caseRef) {
    private static final Pattern ROLE = Pattern.compile("[A-Z][A-Z_]{0,39}");
    private static final Pattern CASE = Pattern.compile("([a-z]{3}_[a-z2-7]{26})?");

    public AccessReason {
        if (!ROLE.matcher(role).matches()) {
            throw new IllegalArgumentException("a role is a code of capitals");
        }
        if (!CASE.matcher(caseRef).matches()) {
            throw new IllegalArgumentException("a case is referred to by its opaque id, or not at all");
        }
    }

    public AccessReason(Accessor who, String role, AccessPurpose why) {
        this(who, role, why, "");
    }
}
