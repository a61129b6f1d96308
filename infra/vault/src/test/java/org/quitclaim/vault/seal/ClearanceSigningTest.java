package org.quitclaim.vault.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwkSetConverter;
import com.google.crypto.tink.jwt.JwtInvalidException;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.VerifiedJwt;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quitclaim.vault.ClearanceClaims;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.memory.InMemoryVault;
import org.quitclaim.vault.storage.Stores;

class ClearanceSigningTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private final MovedClock clock = new MovedClock();
    private final Stores stores = InMemoryVault.stores(clock);
    private final ClearanceClaims claims = new ClearanceClaims(
            "quitclaim", "pub_1", "website", "clr_1", NOW, NOW.plusSeconds(300), Map.of("bytes", "abc123"));

    private static VerifiedJwt verified(String token, String jwks, String audience, Instant now)
            throws GeneralSecurityException, IOException {
        return JwkSetConverter.toPublicKeysetHandle(jwks)
                .getPrimitive(RegistryConfiguration.get(), JwtPublicKeyVerify.class)
                .verifyAndDecode(
                        token,
                        JwtValidator.newBuilder()
                                .expectIssuer("quitclaim")
                                .expectAudience(audience)
                                .setClock(Clock.fixed(now, ZoneOffset.UTC))
                                .build());
    }

    @Test
    void aTokenVerifiesWithThePublishedKeysAlsoAfterReopening()
            throws VaultException, GeneralSecurityException, IOException {
        Vault vault = TinkVault.over(stores, clock);
        String token = vault.clearanceSigner().sign(claims);
        String jwks = TinkVault.over(stores, clock).clearanceSigner().publicJwks();
        VerifiedJwt jwt = verified(token, jwks, "website", NOW);
        assertThat(jwt.getSubject()).isEqualTo("pub_1");
        assertThat(jwt.getJwtId()).isEqualTo("clr_1");
        assertThat(jwt.getStringClaim("bytes")).isEqualTo("abc123");
        assertThat(jwt.getIssuedAt()).isEqualTo(NOW);
        assertThat(jwks).contains("\"ES256\"").contains("\"kid\"").doesNotContain("\"d\"");
        assertThat(jwks).isEqualTo(vault.clearanceSigner().publicJwks());
    }

    @Test
    void aTokenForAnotherAudienceOrExpiredOrAlteredDoesNotVerify() throws VaultException {
        Vault vault = TinkVault.over(stores, clock);
        String token = vault.clearanceSigner().sign(claims);
        String jwks = vault.clearanceSigner().publicJwks();
        assertThatThrownBy(() -> verified(token, jwks, "print", NOW)).isInstanceOf(JwtInvalidException.class);
        assertThatThrownBy(() -> verified(token, jwks, "website", NOW.plusSeconds(301)))
                .isInstanceOf(JwtInvalidException.class);
        String altered = token.substring(0, token.length() - 4) + (token.endsWith("AAAA") ? "BBBB" : "AAAA");
        assertThatThrownBy(() -> verified(altered, jwks, "website", NOW)).isInstanceOf(GeneralSecurityException.class);
    }
}
