package org.quitclaim.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.vault.VaultException.KeyServiceFailed;

@Requirement("R33")
class KmsAeadTest {
    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HERE = "here".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ELSEWHERE = "elsewhere".getBytes(StandardCharsets.UTF_8);

    private final FakeKms kms = new FakeKms(Clock.systemUTC());
    private final KmsAead aead = newAead();

    private KmsAead newAead() {
        return new KmsAead(
                kms,
                kms.createKey(request -> request.description("test"))
                        .keyMetadata()
                        .keyId());
    }

    @Test
    void itOpensWhatItSealedForTheSameAssociatedDataOnly() throws GeneralSecurityException {
        byte[] sealed = aead.encrypt(SECRET, HERE);
        assertThat(aead.decrypt(sealed, HERE)).isEqualTo(SECRET);
        assertThatThrownBy(() -> aead.decrypt(sealed, ELSEWHERE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasNoCause();
        assertThatThrownBy(() -> newAead().decrypt(sealed, HERE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasNoCause();
    }

    @Test
    void whatTheServiceDidNotDoIsNotMistakenForAForgery() {
        kms.close();
        assertThatThrownBy(() -> aead.encrypt(SECRET, HERE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasCauseInstanceOf(KeyServiceFailed.class);
    }
}
