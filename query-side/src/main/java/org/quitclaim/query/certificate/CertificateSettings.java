package org.quitclaim.query.certificate;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the installation declares about its copies, next to the vault's other settings.
 *
 * @param backupHorizonDays after how many days no full image of the machine is left; a certificate becomes final then
 * @param historyRetention for how long the history without names is kept after an erasure; certificates say so
 */
@ConfigurationProperties("quitclaim.vault")
public record CertificateSettings(
        @DefaultValue("30") int backupHorizonDays,
        @DefaultValue("10y") Period historyRetention) {
    Retentions retentions(Period evidence) {
        return new Retentions(Period.ofDays(backupHorizonDays), evidence, historyRetention);
    }
}
