package org.quitclaim.access.account;

import java.util.List;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.Language;

/** A login for everybody whom a test sends. */
public final class SampleLogins implements PublishedLogins {
    private static final List<Login> ALL = List.of(
            new Login("photographer", "demo-photographer", Role.PHOTOGRAPHER),
            new Login("editor", "demo-editor", Role.EDITOR),
            new Login("compliance", "demo-compliance", Role.COMPLIANCE_OFFICER),
            new Login("auditor", "demo-auditor", Role.AUDITOR),
            new Login("admin", "demo-administrator", Role.ADMIN));

    private final PasswordHashing hashing = new PasswordHashing();

    /** The first of them with this role. */
    public static Login first(Role role) {
        return ALL.stream().filter(one -> one.role() == role).findFirst().orElseThrow();
    }

    @Override
    public List<Login> all() {
        return ALL;
    }

    @Override
    public String words(Language language) {
        return "For everybody, " + language.tag() + ": <all>";
    }

    @Override
    public String hash(String password) {
        return hashing.hash(new Password(password));
    }
}
