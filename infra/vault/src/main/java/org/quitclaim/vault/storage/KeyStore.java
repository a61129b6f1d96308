package org.quitclaim.vault.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.ShredReceipt;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;

/**
 * Where wrapped keys and tombstones lie.
 *
 * <p><b>Guarantees:</b> each writing method is one durable, atomic step. It stores what it is given and decides nothing:
 * callers exclude each other per owner and scope.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public interface KeyStore extends AutoCloseable {
    Optional<InstallationId> installation() throws StorageFailure;

    void found(InstallationId installation) throws StorageFailure;

    /** What is remembered of the ledger at the backup target. */
    LedgerMark ledger() throws StorageFailure;

    void mark(LedgerMark ledger) throws StorageFailure;

    Optional<WrappedSecret> secret(String name) throws StorageFailure;

    /** Stores a secret under a name that has none yet. */
    void addSecret(String name, WrappedSecret secret) throws StorageFailure;

    List<String> secretNames() throws StorageFailure;

    /** Overwrites a secret that is there. */
    void replaceSecret(String name, WrappedSecret secret) throws StorageFailure;

    List<StoredEpoch> epochs() throws StorageFailure;

    /** Stores all of them in one step, over what was stored of the same epochs. */
    void store(List<StoredEpoch> epochs) throws StorageFailure;

    /** Stores a key whose ref is not in use. */
    void insert(StoredKey key) throws StorageFailure;

    /** One whose row is not as it was written is DAMAGED; so it is wherever keys are answered. */
    Optional<StoredKey> find(KeyRef key) throws StorageFailure;

    /** All generations, the earliest first. */
    List<StoredKey> generations(KeyOwner owner, KeyScope scope) throws StorageFailure;

    void changeState(KeyRef key, KeyState state) throws StorageFailure;

    /**
     * Overwrites the wrapped key, if there is one, marks it DESTROYED and stores the order, in one step; in the place of
     * an earlier order or receipt, if the key was there in spite of it. With the order it remembers the latest epoch that
     * it knows at that moment. After this the key cannot be had from this store, though {@link #expunge} may still find
     * its bytes.
     */
    void tombstone(ShredOrder order) throws StorageFailure;

    /** Orders that have no receipt yet. */
    List<ShredOrder> openOrders() throws StorageFailure;

    /** Makes an order a receipt, and answers it. */
    ShredReceipt file(ShredOrder order, Instant ciphertextsDeletedAt, boolean strayCopyFound) throws StorageFailure;

    Optional<ShredReceipt> receipt(KeyRef key) throws StorageFailure;

    /**
     * Makes the medium forget a wrapped key that was overwritten: everything pending is brought into place, the medium is
     * searched, and rewritten if a copy is found.
     *
     * @return whether a copy was found (and removed)
     * @throws VaultException (vault.shred-unfinished) if something still holds the old bytes
     */
    boolean expunge(WrappedKey removed) throws VaultException;

    /** As {@link #expunge}, for bytes that nobody remembers any more: rewrites the medium without searching. */
    void rewrite() throws VaultException;

    /** Keys that are not destroyed and not created after {@code limit}, in the order of creation. */
    List<StoredKey> livingCreatedUpTo(Instant limit) throws StorageFailure;

    /** Up to {@code count} keys that are not destroyed and wrapped in this epoch, behind the place named. */
    KeyPage wrappedIn(Epoch epoch, long behind, int count) throws StorageFailure;

    /** How many keys are not destroyed and wrapped in this epoch. */
    long countWrappedIn(Epoch epoch) throws StorageFailure;

    /** Overwrites keys that are there, all in one step. */
    void overwrite(List<StoredKey> keys) throws StorageFailure;

    /**
     * As {@link #expunge}, for everything that an epoch wrapped: brings everything pending into place, and rewrites the
     * medium if anything in it still begins like that.
     */
    void expungeMarked(byte[] mark) throws VaultException;

    /** Up to {@code count} rows behind the place named, whatever is in them; empty when there are no more. */
    List<KeyRow> rows(long behind, int count) throws StorageFailure;

    /** Overwrites the row at this place as if no key had ever been there. */
    void vacate(long place) throws StorageFailure;

    /** Every key that was destroyed, the earliest first. */
    List<Tombstone> tombstones() throws StorageFailure;

    /** The latest epoch that was current when a key was destroyed. */
    Optional<Epoch> lastDestroyedIn() throws StorageFailure;

    /** Overwrites a key as if it had never been; its ref may be inserted again. */
    void forget(KeyRef key) throws StorageFailure;

    @Override
    void close() throws StorageFailure;
}
