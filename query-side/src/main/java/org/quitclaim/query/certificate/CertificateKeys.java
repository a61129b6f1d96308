package org.quitclaim.query.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.KnownKeys;
import org.quitclaim.certificate.SignedCertificate;
import org.quitclaim.certificate.VerificationKey;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * The keys of this installation's certificates.
 *
 * <p>The public ones are written into the data folder when the first certificate is issued, so that they can be had
 * without the server and without the key-encryption key.
 */
final class CertificateKeys {
    private final Vault vault;
    private final Path file;

    CertificateKeys(Vault vault, Path data) {
        this.vault = vault;
        this.file = data.resolve(KnownKeys.FILE);
    }

    SignedCertificate sign(ErasureCertificate certificate) throws VaultException {
        publish();
        return SignedCertificate.issue(certificate, keys().getFirst(), vault.certificateSigner()::sign);
    }

    KnownKeys known() throws VaultException {
        return new KnownKeys(
                vault.installation().value(),
                keys().stream().collect(Collectors.toMap(VerificationKey::id, key -> key)));
    }

    private List<VerificationKey> keys() throws VaultException {
        return vault.certificateSigner().publicKeys().stream()
                .map(VerificationKey::of)
                .toList();
    }

    private synchronized void publish() throws VaultException {
        byte[] jwks = KnownKeys.jwks(
                        vault.installation().value(),
                        keys().stream().map(KnownKeys::jwk).toList())
                .getBytes(StandardCharsets.UTF_8);
        try {
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), jwks)) {
                Path whole = Files.write(file.resolveSibling(KnownKeys.FILE + ".new"), jwks);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
