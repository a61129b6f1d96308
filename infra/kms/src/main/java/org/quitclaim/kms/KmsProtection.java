package org.quitclaim.kms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.KekWrong;
import org.quitclaim.vault.VaultException.KeyServiceFailed;
import org.quitclaim.vault.storage.KekProtection;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;

/**
 * Wraps each epoch's key-encryption key under a KMS key made for that epoch alone, and has that key deleted with it.
 *
 * <p><b>Guarantees:</b> destruction is told as scheduled, never as done, until the date that KMS promised. A key is given
 * up only after it was seen to open what it protects. Whatever KMS does not clearly confirm is an error.
 *
 * <p><b>Not guaranteed:</b> until that date whoever may administer the KMS key can cancel its deletion.
 *
 * <p><b>Source:</b> AWS KMS developer guide, "Deleting AWS KMS keys": a waiting period of 7 to 30 days, not less.
 */
final class KmsProtection implements KekProtection {
    private static final int SHORTEST_WAIT_DAYS = 7;

    private final KmsClient kms;
    private final String aliasPrefix;

    KmsProtection(KmsClient kms, String aliasPrefix) {
        this.kms = kms;
        this.aliasPrefix = aliasPrefix;
    }

    @Override
    public byte[] protect(InstallationId installation, Epoch epoch, byte[] keyset) throws VaultException {
        KeyMetadata made = key(installation, epoch).obtain();
        try {
            return new KmsAead(kms, made.keyId()).encrypt(keyset, context(installation, epoch));
        } catch (GeneralSecurityException e) {
            throw said(e);
        }
    }

    @Override
    public byte[] reveal(InstallationId installation, Epoch epoch, byte[] stored) throws VaultException {
        try {
            return new KmsAead(kms, key(installation, epoch).alias()).decrypt(stored, context(installation, epoch));
        } catch (GeneralSecurityException e) {
            throw said(e);
        }
    }

    private static VaultException said(GeneralSecurityException failure) {
        return failure.getCause() instanceof KeyServiceFailed service ? service : new KekWrong();
    }

    /** Disabled first: from then on nobody opens anything with it, whatever becomes of the waiting period. */
    @Override
    public Optional<Instant> destroy(InstallationId installation, Epoch epoch, Optional<byte[]> stored)
            throws VaultException {
        EpochKey key = key(installation, epoch);
        KeyMetadata found = key.describe();
        if (found.keyState() == KeyState.PENDING_DELETION) {
            return Optional.of(found.deletionDate());
        }
        if (found.keyState() == KeyState.ENABLED) {
            if (stored.isPresent()) {
                reveal(installation, epoch, stored.get());
            }
            key.call(() -> kms.disableKey(request -> request.keyId(found.keyId())));
        }
        return Optional.of(key.call(() -> kms.scheduleKeyDeletion(
                        request -> request.keyId(found.keyId()).pendingWindowInDays(SHORTEST_WAIT_DAYS)))
                .deletionDate());
    }

    private EpochKey key(InstallationId installation, Epoch epoch) {
        return EpochKey.of(kms, aliasPrefix, installation, epoch);
    }

    private static byte[] context(InstallationId installation, Epoch epoch) {
        return ("kek|" + installation.value() + '|' + epoch.number()).getBytes(StandardCharsets.US_ASCII);
    }
}
