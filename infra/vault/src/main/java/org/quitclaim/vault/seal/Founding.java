package org.quitclaim.vault.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.util.SecretBytes;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.IntegrityFailure;
import org.quitclaim.vault.VaultException.KekWrong;
import org.quitclaim.vault.storage.Stores;

/**
 * Finds out whose stores these are, and founds an installation over empty ones.
 *
 * <p>In order, each step durable before the next: installation id with the keys; the same with the records;
 * key-encryption key; first wrapped secret. A data key can exist only after the last of them, so once the secret is there
 * a missing key-encryption key is an error, and before that it may be made.
 */
final class Founding {
    private final Stores stores;

    Founding(Stores stores) {
        this.stores = stores;
    }

    InstallationId installation() throws VaultException {
        Optional<InstallationId> ofRecords = stores.records().installation();
        Optional<InstallationId> ofKeys = stores.keys().installation();
        if (ofRecords.isPresent()) {
            return ofRecords
                    .filter(id -> ofKeys.filter(id::equals).isPresent())
                    .orElseThrow(VaultException::storesMismatched);
        }
        if (stores.keys().secret(HmacSecrets.NAME).isPresent()) {
            throw VaultException.storesMismatched();
        }
        InstallationId id = ofKeys.orElseGet(() -> IdMint.mint(InstallationId.PREFIX, InstallationId::new));
        if (ofKeys.isEmpty()) {
            stores.keys().found(id);
        }
        stores.records().found(id);
        return id;
    }

    /** Unwrapping the first secret proves that the key-encryption key is the right one. */
    HmacSecrets secrets(SecretBox box) throws VaultException {
        try {
            return new HmacSecrets(box.obtain(
                    HmacSecrets.NAME,
                    () -> SecretBytes.randomBytes(HmacSecrets.KEY_BYTES).toByteArray(InsecureSecretKeyAccess.get())));
        } catch (IntegrityFailure e) {
            throw new KekWrong();
        }
    }
}
