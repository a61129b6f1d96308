package org.quitclaim.access.account;

import java.util.List;
import java.util.Set;
import org.quitclaim.access.Role;

/** A login of the demonstration, with a password that everybody may know. Exists only with {@code quitclaim.demo=true}. */
public record DemoLogin(String login, String password, Role role) {
    /** One per role that people have, and a second officer: switching recognition on takes two. */
    public static final List<DemoLogin> ALL = List.of(
            new DemoLogin("photographer", "demo-photographer", Role.PHOTOGRAPHER),
            new DemoLogin("editor", "demo-editor", Role.EDITOR),
            new DemoLogin("compliance", "demo-compliance", Role.COMPLIANCE_OFFICER),
            new DemoLogin("compliance-2", "demo-compliance-2", Role.COMPLIANCE_OFFICER),
            new DemoLogin("auditor", "demo-auditor", Role.AUDITOR),
            new DemoLogin("admin", "demo-administrator", Role.ADMIN));

    Set<Role> roles() {
        return Set.of(role);
    }
}
