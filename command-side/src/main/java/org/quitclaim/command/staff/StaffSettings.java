package org.quitclaim.command.staff;

import java.time.Period;
import java.util.Optional;
import org.quitclaim.access.account.LoginName;
import org.quitclaim.access.problem.RejectedException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings about accounts and tokens.
 *
 * @param nameRetention for how long an officer or auditor can read whose an account or a token was after it ended
 * @param longestToken after which a token ends at the latest
 * @param firstOfficer login of an officer to be made at a start, on nobody's word, if nobody logs in with it; blank for none
 */
@ConfigurationProperties("quitclaim.staff")
record StaffSettings(
        @DefaultValue("2y") Period nameRetention,
        @DefaultValue("1y") Period longestToken,
        @DefaultValue("") String firstOfficer) {
    public StaffSettings {
        try {
            login(firstOfficer);
        } catch (RejectedException e) {
            throw new IllegalArgumentException(
                    "quitclaim.staff.first-officer takes a login of 3 to 100 signs without blanks", e);
        }
    }

    private static Optional<LoginName> login(String text) {
        return Optional.of(text).filter(login -> !login.isBlank()).map(LoginName::new);
    }

    Optional<LoginName> officer() {
        return login(firstOfficer);
    }

    @Override
    public String toString() {
        return "StaffSettings[" + nameRetention + ", " + longestToken + "]";
    }
}
