package org.quitclaim.query.certificate;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the installation declares about its copies, next to the vault's other settings.
 *
 * @param historyRetention for how long the history without names is kept after an erasure; certificates say so
 */
@ConfigurationProperties("quitclaim.vault")
public record CertificateSettings(@DefaultValue("10y") Period historyRetention) {}
