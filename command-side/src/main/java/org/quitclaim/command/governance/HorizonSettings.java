package org.quitclaim.command.governance;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the organisation declares about its copies, next to the vault's other settings. There is no default: nobody but the
 * organisation knows.
 *
 * @param backupHorizonDays after how many days no image of the whole machine is left; recorded at the start when it is new
 */
@ConfigurationProperties("quitclaim.vault")
public record HorizonSettings(@Nullable Integer backupHorizonDays) {
    public HorizonSettings {
        if (backupHorizonDays != null && backupHorizonDays < 0) {
            throw new IllegalArgumentException(
                    "quitclaim.vault.backup-horizon-days takes a whole number of days, 0 or more");
        }
    }
}
