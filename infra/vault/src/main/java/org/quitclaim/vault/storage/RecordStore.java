package org.quitclaim.vault.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Access;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;

/**
 * Where sealed records and the access log lie.
 *
 * <p><b>Guarantees:</b> each writing method is one durable, atomic step.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public interface RecordStore extends AutoCloseable {
    /** The installation whose records these are; empty for a new store. */
    Optional<InstallationId> installation() throws StorageFailure;

    void found(InstallationId installation) throws StorageFailure;

    /**
     * Stores all of them or none.
     *
     * @throws VaultException (vault.record-exists) if one of the ids is taken
     */
    void insert(List<StoredRecord.Indexed> records) throws VaultException;

    /** Those of the ids that exist and can be read. */
    Map<RecordId, StoredRecord> find(Collection<RecordId> ids) throws StorageFailure;

    /** Those of the ids that exist, also where nobody can read any more whose the record is. */
    Set<RecordId> held(Collection<RecordId> ids) throws StorageFailure;

    /** Of how many records nobody can read whose they are. */
    long ofNobody() throws StorageFailure;

    List<RecordId> sealedUnder(KeyRef key) throws StorageFailure;

    /** The keys that at least one record is sealed under. */
    Set<KeyRef> keysInUse() throws StorageFailure;

    List<RecordId> findByBlindIndex(RecordKind kind, BlindIndex index) throws StorageFailure;

    /** Removes rows and their indexes; what is not there is fine. */
    void delete(Collection<RecordId> ids) throws StorageFailure;

    void log(Access access, Collection<RecordId> ids) throws StorageFailure;

    List<Access> accesses(RecordId id) throws StorageFailure;

    Map<ActorId, Integer> readers(RecordKind kind, Instant since) throws StorageFailure;

    /** The next ids after {@code previous} in the order of ids, of records not sealed after {@code limit}. */
    List<RecordId> sealedUpTo(Instant limit, Optional<RecordId> previous, int count) throws StorageFailure;

    /** Brings everything pending into place, so that deleted rows are not left in a journal. */
    void settle() throws VaultException;

    /** Rewrites the medium without what was deleted from it. */
    void rewrite() throws VaultException;

    @Override
    void close() throws StorageFailure;
}
