package org.quitclaim.command.staff;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings about accounts and tokens.
 *
 * @param nameRetention for how long an officer or auditor can read whose an account or a token was after it ended
 * @param longestToken after which a token ends at the latest
 */
@ConfigurationProperties("quitclaim.staff")
public record StaffSettings(
        @DefaultValue("2y") Period nameRetention,
        @DefaultValue("1y") Period longestToken) {}
