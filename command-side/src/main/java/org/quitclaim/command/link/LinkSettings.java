package org.quitclaim.command.link;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings about the links by which people reach their page.
 *
 * @param signingDays for how many whole days after it was issued a link signs; it reads and takes back for longer
 */
@ConfigurationProperties("quitclaim.links")
record LinkSettings(@DefaultValue("30") int signingDays) {
    public LinkSettings {
        if (signingDays < 1 || signingDays > 366) {
            throw new IllegalArgumentException("quitclaim.links.signing-days is between 1 and 366");
        }
    }
}
