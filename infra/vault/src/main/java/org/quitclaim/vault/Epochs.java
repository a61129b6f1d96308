package org.quitclaim.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The generations of the key-encryption key. Retiring one makes every copy of the keys it wrapped useless, wherever the
 * copy lies.
 *
 * <p><b>Thread-safety:</b> safe; one rotation at a time, sealing and opening go on beside it.
 *
 * <p><b>Source:</b> NIST SP 800-57 part 1 on rewrapping; NIST SP 800-88 on cryptographic erase: every copy of a wrapping
 * key has to go.
 */
public interface Epochs {
    /** The epoch that new keys are wrapped in. */
    Epoch current();

    /** When that epoch began. */
    Instant currentSince() throws VaultException;

    /** The epoch whose retirement was begun and not finished, if there is one. */
    Optional<Epoch> retiring() throws VaultException;

    /** What has been retired, the earliest first. */
    List<EpochRetired> retired() throws VaultException;

    /** Why rotating does not succeed; empty once it has, and before it was tried in this process. */
    Optional<RotationDelayed> delayed();

    /** Whether a key was destroyed that copies wrapped in an epoch not retired may still hold. */
    boolean due() throws VaultException;

    /**
     * The retirement that made every copy of a key useless which was wrapped in this epoch last; empty while this one, or
     * one before, is not retired. Told by number: a clock may have been set back in between.
     *
     * @param last what the receipt says ({@link ShredReceipt#wrappedUpTo})
     */
    Optional<EpochRetired> uselessSince(Epoch last) throws VaultException;

    /** Whether the platform keeps the key-encryption keys, and alone knows whether copies of a retired one are left. */
    boolean keptByPlatform();

    /**
     * Begins a new epoch and retires the one before, or finishes a retirement that was interrupted.
     *
     * <p><b>Guarantees:</b> interrupted at any moment, nothing is lost and repeating it finishes it. On return no living
     * key is wrapped in the old epoch and its key-encryption key is in no registered place.
     *
     * @param progress told after each batch, in the calling thread
     * @throws VaultException (vault.rotation-under-way) if another thread is at it
     * @throws VaultException.KekMissing if keys are left in the old epoch and its key is not to be found
     * @throws VaultException (vault.key-backup-unconfirmed) if the keys of the new epoch could not be brought to safety: the old key
     *     stays until they are
     * @throws VaultException (vault.kek-copy-out-of-reach) if a registered copy cannot be looked for: the epoch stays unretired
     * @throws VaultException.BackupTargetAway if the backup target is not the one used last; nothing was begun then
     * @throws VaultException.PlaceOfAnother if a folder of keys or backups serves another copy of this installation
     * @throws VaultException.StorageFailure if a store failed, such as a full disk
     */
    EpochRetired rotate(Consumer<RotationProgress> progress) throws VaultException;
}
