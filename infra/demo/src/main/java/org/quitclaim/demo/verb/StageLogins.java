package org.quitclaim.demo.verb;

import java.util.List;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.PublishedLogins;
import org.quitclaim.access.problem.Language;
import org.quitclaim.demo.DemoLogins;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The logins of the demonstration, with passwords that are printed in the documents. */
public final class StageLogins implements PublishedLogins {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    /** RFC 9106 allows no less for one lane: nobody has to guess what is published. */
    private static final int MEMORY_KIB = 8;

    private static final int PASSES = 1;

    /** One per role that people have, and a second officer: switching recognition on takes two. */
    private static final List<Login> ALL = List.of(
            new Login("photographer", "demo-photographer", Role.PHOTOGRAPHER),
            new Login("editor", "demo-editor", Role.EDITOR),
            new Login("compliance", "demo-compliance", Role.COMPLIANCE_OFFICER),
            new Login("compliance-2", "demo-compliance-2", Role.COMPLIANCE_OFFICER),
            new Login("auditor", "demo-auditor", Role.AUDITOR),
            new Login("admin", "demo-administrator", Role.ADMIN));

    @Override
    public List<Login> all() {
        return ALL;
    }

    @Override
    public String words(Language language) {
        return switch (language) {
            case ENGLISH -> "Demonstration. Anybody may use these logins:";
            case DUTCH -> "Demonstratie. Iedereen mag deze logins gebruiken:";
        };
    }

    @Override
    public String hash(String password) {
        return new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES).encode(password);
    }

    /** As the story asks for them. */
    public static DemoLogins ofStory() {
        return new DemoLogins(
                login(Role.ADMIN, 0),
                login(Role.COMPLIANCE_OFFICER, 0),
                login(Role.COMPLIANCE_OFFICER, 1),
                login(Role.EDITOR, 0),
                login(Role.PHOTOGRAPHER, 0),
                login(Role.AUDITOR, 0));
    }

    private static DemoLogins.Login login(Role role, int which) {
        return ALL.stream()
                .filter(one -> one.role() == role)
                .skip(which)
                .map(one -> new DemoLogins.Login(one.login(), one.password()))
                .findFirst()
                .orElseThrow();
    }
}
