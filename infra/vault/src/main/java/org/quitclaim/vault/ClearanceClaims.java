package org.quitclaim.vault;

import java.time.Instant;
import java.util.Map;

/**
 * What a signed token says.
 *
 * @param issuer {@code iss}: the installation
 * @param subject {@code sub}: opaque id of what is cleared
 * @param audience {@code aud}: for whom
 * @param tokenId {@code jti}
 * @param more further text claims, such as the SHA-256 of the released bytes; ids and codes only
 */
public record ClearanceClaims(
        String issuer,
        String subject,
        String audience,
        String tokenId,
        Instant issuedAt,
        Instant expiresAt,
        Map<String, String> more) {

    public ClearanceClaims {
        more = Map.copyOf(more);
    }
}
