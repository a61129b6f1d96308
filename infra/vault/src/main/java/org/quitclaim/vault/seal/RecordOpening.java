package org.quitclaim.vault.seal;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Access;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.IntegrityFailure;
import org.quitclaim.vault.VaultException.KeyUnknown;
import org.quitclaim.vault.VaultException.RecordUnknown;
import org.quitclaim.vault.storage.AssociatedData;
import org.quitclaim.vault.storage.Ciphertext;
import org.quitclaim.vault.storage.StoredRecord;
import org.quitclaim.vault.storage.Stores;

/** Opens sealed records, after writing down who asked. */
final class RecordOpening {
    private final InstallationId installation;
    private final Stores stores;
    private final ActiveKeys keys;
    private final KeyLocks locks;
    private final InstantSource clock;

    RecordOpening(InstallationId installation, Stores stores, ActiveKeys keys, KeyLocks locks, InstantSource clock) {
        this.installation = installation;
        this.stores = stores;
        this.keys = keys;
        this.locks = locks;
        this.clock = clock;
    }

    Plaintext open(RecordId id, AccessReason reason) throws VaultException {
        return switch (openAll(List.of(id), reason).get(id)) {
            case Opening.Opened(Plaintext content) -> content;
            case Opening.Refused(VaultException refusal) -> throw refusal;
            case null -> throw new RecordUnknown();
        };
    }

    /** The access record is durable before anything is decrypted, and names what was asked for, opened or not. */
    Map<RecordId, Opening> openAll(List<RecordId> ids, AccessReason reason) throws VaultException {
        Map<RecordId, StoredRecord> rows = stores.records().find(ids);
        stores.records().log(new Access(clock.instant(), reason), ids);
        try (var held =
                locks.shared(rows.values().stream().map(StoredRecord::key).toList())) {
            Map<RecordId, Opening> openings = new LinkedHashMap<>();
            for (RecordId id : ids) {
                StoredRecord row = rows.get(id);
                openings.put(id, row == null ? new Opening.Refused(absent(id)) : opening(row));
            }
            return openings;
        }
    }

    /** Whether the content can still be had; the caller holds the key's lock. For proving that it cannot. */
    boolean opens(StoredRecord row) throws VaultException.StorageFailure {
        return opening(row) instanceof Opening.Opened;
    }

    /** Gone, or there and unreadable. */
    private VaultException absent(RecordId id) throws VaultException.StorageFailure {
        return stores.records().held(List.of(id)).isEmpty() ? new RecordUnknown() : new IntegrityFailure();
    }

    private Opening opening(StoredRecord row) throws VaultException.StorageFailure {
        try {
            return new Opening.Opened(decrypt(row));
        } catch (KeyUnknown e) {
            // a key that was destroyed is known as such: the row of this one is lost
            return new Opening.Refused(new IntegrityFailure());
        } catch (VaultException.StorageFailure e) {
            throw e;
        } catch (VaultException e) {
            return new Opening.Refused(e);
        }
    }

    private Plaintext decrypt(StoredRecord row) throws VaultException {
        DataKey key = keys.require(row.key());
        byte[] context = AssociatedData.ofRecord(installation, row.key(), row.id(), row.kind());
        try {
            return Plaintext.owning(
                    switch (row.ciphertext()) {
                        case Ciphertext.Inline(byte[] bytes) -> key.records().decrypt(bytes, context);
                        case Ciphertext.InFile() -> decryptFile(row.id(), key, context);
                    });
        } catch (GeneralSecurityException | IOException e) {
            throw new IntegrityFailure();
        }
    }

    /** All of the file is authenticated before any of it is answered. */
    private byte[] decryptFile(RecordId id, DataKey key, byte[] context) throws GeneralSecurityException, IOException {
        try (InputStream sealed = stores.files().read(id);
                InputStream content = key.files().newDecryptingStream(sealed, context)) {
            return content.readAllBytes();
        }
    }
}
