package org.quitclaim.vault;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.RecordId;

/**
 * Sealed content under the keys of a {@link KeyVault}.
 *
 * <p><b>Guarantees:</b> AES-256-GCM; each ciphertext is bound to installation, owner, scope, generation, record id and
 * kind, so none can stand in for another. What a method stored is durable on return. Sealing demands exactly the named
 * generation, ACTIVE. Opening writes one durable access record before it answers.
 *
 * <p><b>Errors:</b> {@link VaultException.KeyUnknown}, {@link VaultException.KeyNotActive},
 * {@link VaultException.RecordUnknown}, {@code vault.record-exists}, {@link VaultException.IntegrityFailure},
 * {@link VaultException.StorageFailure}.
 *
 * <p><b>Thread-safety:</b> safe; reads run in parallel, concurrent writes share commits.
 */
public interface SealedRecords {

    /** Seals one record; see {@link #sealAll}. */
    default void seal(SealRequest request) throws VaultException {
        sealAll(List.of(request));
    }

    /** Seals all of them or none. */
    void sealAll(List<SealRequest> requests) throws VaultException;

    /**
     * Seals content that is large, such as a photo, as a file named by nothing but the record id. Opened like any other
     * record; the stream is read to its end, not closed.
     */
    void sealFile(KeyRef key, RecordKind kind, RecordId id, InputStream content, List<BlindIndex> findableBy)
            throws VaultException;

    /** Opens one record, or says why not. */
    Plaintext open(RecordId id, AccessReason reason) throws VaultException;

    /** Opens several under one access record; what cannot be opened is refused one by one, in the order asked. */
    Map<RecordId, Opening> openAll(List<RecordId> ids, AccessReason reason) throws VaultException;

    /** Removes a record that nothing refers to, such as that of a rejected command. Gone already is fine. */
    void delete(RecordId id) throws VaultException;

    /** The records of a kind with this index, oldest first. */
    List<RecordId> findByBlindIndex(RecordKind kind, BlindIndex index) throws VaultException;

    /** Who asked for a record, oldest first. Kept when the record is gone. */
    List<Access> accesses(RecordId id) throws VaultException;

    /** Which members of staff and machines opened records of a kind since then, and how many different ones each. */
    Map<ActorId, Integer> readers(RecordKind kind, Instant since) throws VaultException;

    /**
     * Removes what no event names: records, files without a record, and keys that protect nothing.
     *
     * @param recordNamed whether an event names the record
     * @param keyNamed whether an event names the key
     * @param minAge what is younger is left alone: its event may be on its way
     */
    RemovedOrphans removeOrphans(Predicate<RecordId> recordNamed, Predicate<KeyRef> keyNamed, Duration minAge)
            throws VaultException;
}
