package org.quitclaim.vault.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import org.junit.jupiter.api.Test;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.memory.InMemoryVault;
import org.quitclaim.vault.storage.Stores;

class CertificateSigningTest {
    private static final byte[] SAID = "said".getBytes(StandardCharsets.US_ASCII);
    private final MovedClock clock = new MovedClock();
    private final Stores stores = InMemoryVault.stores(clock);

    private static boolean verified(ECPublicKey key, byte[] said, byte[] signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(key);
        check.update(said);
        return check.verify(signature);
    }

    @Test
    void whatWasSignedVerifiesWithThePublicKeyAlsoAfterReopening() throws VaultException, GeneralSecurityException {
        Vault vault = TinkVault.over(stores, clock);
        byte[] signature = vault.certificateSigner().sign(SAID);
        ECPublicKey key =
                TinkVault.over(stores, clock).certificateSigner().publicKeys().getFirst();
        assertThat(signature).hasSize(64);
        assertThat(verified(key, SAID, signature)).isTrue();
        assertThat(verified(key, "sad!".getBytes(StandardCharsets.US_ASCII), signature))
                .isFalse();
    }

    @Test
    void twoInstallationsHaveKeysOfTheirOwn() throws VaultException {
        Vault other = TinkVault.over(InMemoryVault.stores(clock), clock);
        assertThat(other.certificateSigner().publicKeys().getFirst().getW())
                .isNotEqualTo(TinkVault.over(stores, clock)
                        .certificateSigner()
                        .publicKeys()
                        .getFirst()
                        .getW());
    }
}
