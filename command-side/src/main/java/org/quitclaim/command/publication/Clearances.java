package org.quitclaim.command.publication;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwkSetConverter;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.VerifiedJwt;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.RequestRejection;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.vault.ClearanceClaims;
import org.quitclaim.vault.ClearanceSigner;
import org.quitclaim.vault.VaultException;

/**
 * The signed verdict without which the full-size file does not leave.
 *
 * <p><b>Shape:</b> JWT, ES256; {@code iss} installation, {@code sub} publication, {@code aud} the channel, {@code exp}
 * at most five minutes after {@code iat}; {@code sha256} of the released bytes, {@code photo}, {@code rendition},
 * {@code territory}, {@code context}, {@code verdict}.
 */
final class Clearances {
    /** Long enough to fetch a file, too short to be passed on. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final ClearanceSigner signer;
    private final Installation installation;
    private final Clock clock;

    public Clearances(ClearanceSigner signer, Installation installation, Clock clock) throws GeneralSecurityException {
        this.signer = signer;
        this.installation = installation;
        this.clock = clock;
        JwtSignatureConfig.register();
    }

    String sign(PublicationId publication, Use use, String sha256) {
        Instant now = clock.instant();
        try {
            return signer.sign(new ClearanceClaims(
                    installation.id().value(),
                    publication.value(),
                    use.channel().name(),
                    UUID.randomUUID().toString(),
                    now,
                    now.plus(LIFETIME),
                    Map.of(
                            "sha256", sha256,
                            "photo", use.photo().value(),
                            "rendition", use.rendition().value(),
                            "territory", use.territory().code(),
                            "context", use.context().code(),
                            "verdict", "CLEARED")));
        } catch (VaultException.SigningStopped e) {
            throw new RejectedException(RequestRejection.SIGNING_STOPPED);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private String jwks() {
        try {
            return signer.publicJwks();
        } catch (VaultException.SigningStopped e) {
            throw new RejectedException(RequestRejection.SIGNING_STOPPED);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    /** The SHA-256 that a valid clearance for this use names; empty for anything else. */
    Optional<String> verify(String token, PublicationId publication, Use use) {
        try {
            KeysetHandle keys = JwkSetConverter.toPublicKeysetHandle(jwks());
            VerifiedJwt jwt = keys.getPrimitive(RegistryConfiguration.get(), JwtPublicKeyVerify.class)
                    .verifyAndDecode(
                            token,
                            JwtValidator.newBuilder()
                                    .expectIssuer(installation.id().value())
                                    .expectAudience(use.channel().name())
                                    .ignoreTypeHeader()
                                    .setClock(clock)
                                    .build());
            boolean forThis = jwt.getSubject().equals(publication.value())
                    && jwt.getStringClaim("rendition").equals(use.rendition().value());
            return forThis ? Optional.of(jwt.getStringClaim("sha256")) : Optional.empty();
        } catch (GeneralSecurityException | IOException e) {
            return Optional.empty();
        }
    }
}
