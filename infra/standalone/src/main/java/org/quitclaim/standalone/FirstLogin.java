package org.quitclaim.standalone;

import java.io.PrintStream;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.eventstore.RefusedStart;

/**
 * Says a first login once, on the terminal: the log keeps what it is told.
 *
 * <p><b>Errors:</b> {@link RefusedStart} with {@code start.first-login-unsaid} where nobody could read it; whoever calls
 * makes the account afterwards, so that there is none whose password nobody knows.
 */
final class FirstLogin implements FirstAdminAnnouncement {
    private final PrintStream terminal;

    FirstLogin(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void announce(String login, String password) {
        terminal.printf("First login: %s  one-time password: %s  (shown once)%n", login, password);
        if (terminal.checkError()) {
            throw new RefusedStart(
                    "start.first-login-unsaid",
                    "the one-time password of " + login + " could not be written to the output of this process, and is"
                            + " said nowhere else, so the account was not made. Start again with an output that takes it.");
        }
    }
}
