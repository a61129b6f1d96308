package org.quitclaim.vault.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.IntegrityFailure;
import org.quitclaim.vault.VaultException.KeyUnknown;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.AssociatedData;
import org.quitclaim.vault.storage.Ciphertext;
import org.quitclaim.vault.storage.StoredRecord;
import org.quitclaim.vault.storage.Stores;

/** Seals content under ACTIVE keys, as rows or as files. */
final class RecordSealing {
    private final InstallationId installation;
    private final Stores stores;
    private final ActiveKeys keys;
    private final KeyLocks locks;
    private final InstantSource clock;

    RecordSealing(InstallationId installation, Stores stores, ActiveKeys keys, KeyLocks locks, InstantSource clock) {
        this.installation = installation;
        this.stores = stores;
        this.keys = keys;
        this.locks = locks;
        this.clock = clock;
    }

    void sealAll(List<SealRequest> requests) throws VaultException {
        try (var held = locks.shared(requests.stream().map(SealRequest::key).toList())) {
            Instant now = clock.instant();
            List<StoredRecord.Indexed> sealed = new ArrayList<>(requests.size());
            for (SealRequest request : requests) {
                StoredRecord row = new StoredRecord(
                        request.id(), request.key(), request.kind(), now, new Ciphertext.Inline(encrypt(request)));
                sealed.add(new StoredRecord.Indexed(row, request.findableBy()));
            }
            stores.records().insert(sealed);
        }
    }

    /** The file is durable before the row that makes it a record; without the row it is a stray that the removal of orphans takes away. */
    void sealFile(KeyRef key, RecordKind kind, RecordId id, InputStream content, List<BlindIndex> findableBy)
            throws VaultException {
        try (var held = locks.shared(List.of(key))) {
            DataKey dataKey = require(key);
            if (!stores.records().find(List.of(id)).isEmpty()) {
                throw VaultException.recordExists();
            }
            byte[] context = AssociatedData.ofRecord(installation, key, id, kind);
            stores.files().write(id, out -> encrypt(dataKey, context, content, out));
            StoredRecord row = new StoredRecord(id, key, kind, clock.instant(), new Ciphertext.InFile());
            stores.records().insert(List.of(new StoredRecord.Indexed(row, findableBy)));
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("encrypt a file", e);
        }
    }

    /** Of a key under which something lies already, a missing row is a lost one. */
    private DataKey require(KeyRef key) throws VaultException {
        try {
            return keys.require(key);
        } catch (KeyUnknown e) {
            if (stores.records().sealedUnder(key).isEmpty()) {
                throw e;
            }
            throw new IntegrityFailure();
        }
    }

    private byte[] encrypt(SealRequest request) throws VaultException {
        byte[] context = AssociatedData.ofRecord(installation, request.key(), request.id(), request.kind());
        try {
            return require(request.key()).records().encrypt(request.content().bytes(), context);
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("encrypt a record", e);
        }
    }

    private static void encrypt(DataKey key, byte[] context, InputStream content, OutputStream out)
            throws IOException, GeneralSecurityException {
        // closing the encrypting stream writes the last segment and closes what lies under it: the store expects that
        try (OutputStream sealed = key.files().newEncryptingStream(out, context)) {
            content.transferTo(sealed);
        }
    }
}
