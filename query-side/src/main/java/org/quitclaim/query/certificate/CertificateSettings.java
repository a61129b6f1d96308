package org.quitclaim.query.certificate;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the installation declares about its copies.
 *
 * @param backupHorizon after which no full image of the machine is left, such as {@code 90d}; a certificate becomes final
 *     only where this is declared
 */
@ConfigurationProperties("quitclaim.certificate")
public record CertificateSettings(@Nullable Period backupHorizon) {}
