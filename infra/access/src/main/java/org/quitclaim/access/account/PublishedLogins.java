package org.quitclaim.access.account;

import java.util.List;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.Language;

/**
 * Logins with passwords that everybody may know, as a demonstration has them. The product brings none: there are such accounts
 * only where somebody adds a bean of this type, and at a start without one those of before are removed.
 */
public interface PublishedLogins {
    /** A login with its published password. */
    record Login(String login, String password, Role role) {}

    List<Login> all();

    /** What the login page says above them. */
    String words(Language language);

    /** What is kept of a published password: a PHC string of Argon2id. A check takes its effort from it. */
    String hash(String password);
}
