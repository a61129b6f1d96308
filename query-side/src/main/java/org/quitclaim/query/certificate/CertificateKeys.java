package org.quitclaim.query.certificate;

import java.util.List;
import java.util.stream.Collectors;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.RequestRejection;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.KnownKeys;
import org.quitclaim.certificate.SignedCertificate;
import org.quitclaim.certificate.VerificationKey;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/** The keys of this installation's certificates; none while the published ones are others. */
final class CertificateKeys {
    private final Vault vault;

    CertificateKeys(Vault vault) {
        this.vault = vault;
    }

    SignedCertificate sign(ErasureCertificate certificate) throws VaultException {
        return SignedCertificate.issue(certificate, keys().getFirst(), vault.certificateSigner()::sign);
    }

    KnownKeys known() throws VaultException {
        return new KnownKeys(
                vault.installation().value(),
                keys().stream().collect(Collectors.toMap(VerificationKey::id, key -> key)));
    }

    private List<VerificationKey> keys() throws VaultException {
        try {
            return vault.certificateSigner().publicKeys().stream()
                    .map(VerificationKey::of)
                    .toList();
        } catch (VaultException.SigningStopped e) {
            throw new RejectedException(RequestRejection.SIGNING_STOPPED);
        }
    }
}
