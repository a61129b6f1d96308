package org.quitclaim.access;

/**
 * Tells whoever starts the system for the first time how to log in.
 *
 * <p><b>Guarantees to be given:</b> the password reaches a human once and no log file.
 */
@FunctionalInterface
public interface FirstAdminAnnouncement {
    void announce(String login, String oneTimePassword);
}
