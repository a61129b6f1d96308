package org.quitclaim.vault.seal;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwkSetConverter;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.jwt.RawJwt;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.quitclaim.vault.ClearanceClaims;
import org.quitclaim.vault.ClearanceSigner;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;

/** Tink's ES256; the keyset holds every key that ever signed, the primary one signs. */
final class Es256ClearanceSigner implements ClearanceSigner {
    private static final String NAME = "clearance-es256";

    private final SigningKeyset keyset;

    Es256ClearanceSigner(SecretBox box) {
        this.keyset = new SigningKeyset(box, NAME, Es256ClearanceSigner::parameters);
    }

    @Override
    public String sign(ClearanceClaims claims) throws VaultException {
        try {
            return keyset.get()
                    .getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class)
                    .signAndEncode(jwt(claims));
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("sign a clearance", e);
        }
    }

    @Override
    public String publicJwks() throws VaultException {
        try {
            return JwkSetConverter.fromPublicKeysetHandle(keyset.get().getPublicKeysetHandle());
        } catch (GeneralSecurityException | IOException e) {
            throw new StorageFailure("export public keys", e);
        }
    }

    private static RawJwt jwt(ClearanceClaims claims) {
        RawJwt.Builder jwt = RawJwt.newBuilder()
                .setIssuer(claims.issuer())
                .setSubject(claims.subject())
                .setAudience(claims.audience())
                .setJwtId(claims.tokenId())
                .setIssuedAt(claims.issuedAt())
                .setExpiration(claims.expiresAt());
        claims.more().forEach(jwt::addStringClaim);
        return jwt.build();
    }

    void stop() {
        keyset.stop();
    }

    private static JwtEcdsaParameters parameters() throws GeneralSecurityException {
        JwtSignatureConfig.register();
        return JwtEcdsaParameters.builder()
                .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
                .setKidStrategy(JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                .build();
    }
}
