package org.quitclaim.vault;

import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.vault.KeyScope;

/**
 * The life of data keys. No method returns one.
 *
 * <p><b>Guarantees:</b> every change is durable on return. Keys are random, one per owner, scope and generation, derived
 * from nothing.
 *
 * <p><b>Errors:</b> {@link VaultException.KeyUnknown} for a generation that was never created,
 * {@link VaultException.KeyNotActive} for a transition that {@link KeyState} does not allow,
 * {@link VaultException.StorageFailure}.
 *
 * <p><b>Thread-safety:</b> safe; operations on one owner and scope exclude each other.
 *
 * <p><b>Source:</b> NIST SP 800-57 part 1; ISO/IEC 24745 on renewability.
 */
interface KeyVault {

    /**
     * Mints the key, ACTIVE. Asking again for the very same ACTIVE generation changes nothing.
     *
     * @throws VaultException.KeyNotActive if this generation is suspended or destroyed
     * @throws VaultException.IntegrityFailure if it, or an earlier one, is damaged: that one may have been suspended
     * @throws VaultException (vault.key-generation-refused) if a later generation exists, or an earlier one is suspended (a new key
     *     would sidestep the restriction)
     */
    void create(KeyRef key) throws VaultException;

    /** ACTIVE to SUSPENDED; suspended already is fine, and so is DAMAGED, which opens nothing and stays as it is. */
    void suspend(KeyRef key) throws VaultException;

    /** SUSPENDED to ACTIVE; active already is fine. One that is DAMAGED stays so. */
    void resume(KeyRef key) throws VaultException;

    /** What the last look at the keys found damaged, less what was destroyed since; opening the vault looks first. */
    KeyDamage damage();

    /**
     * Looks at every row of keys, and whether each key opens as the one that its row names.
     *
     * <p><b>Guarantees:</b> changes nothing; work goes on beside it.
     */
    KeyDamage lookAtKeys() throws VaultException;

    /** The state of a generation; empty if it was never created. */
    Optional<KeyState> state(KeyRef key) throws VaultException;

    /** All generations, the earliest first. */
    List<KeyStatus> generations(KeyOwner owner, KeyScope scope) throws VaultException;

    /**
     * Destroys the key and everything sealed under it. A generation that never existed is given a tombstone too, so that
     * it cannot come into being later, and so is one that is damaged or lost: whatever lies under it goes with it.
     *
     * <p><b>Guarantees:</b> on return no open of those records that is still to come can succeed; none is in progress. If
     * an exception or a crash comes between, {@link #finishInterruptedShreds} or a repeated call completes it.
     *
     * @return the receipt; the stored one if the key had been shredded before
     * @throws VaultException (vault.shred-unfinished) if the key is destroyed but a later step could not be completed
     * @throws VaultException.ShredDelayed if that is because something reads where the key lay
     */
    ShredReceipt shred(KeyRef key) throws VaultException;

    /** Every key that was destroyed, by an order or because the ledger said so, the earliest first. */
    List<KeyRef> destroyed() throws VaultException;

    /**
     * Looks whether every destroyed key stands in the ledger at the backup target, from which a restore destroys it again,
     * and whether nobody else wrote there. Tells the target what it misses.
     */
    LedgerLook lookAtLedger();

    /** Whether the ledger at the backup target is whole now. */
    default boolean erasuresToldAtBackupTarget() {
        return !(lookAtLedger() instanceof LedgerLook.NotTold);
    }

    /** Whether the key was destroyed by this process, whose memory may hold pieces of it; told by no clock. */
    boolean destroyedSinceOpened(KeyRef key);

    /** What was stated when this key was shredded; empty if it was not, or not completely. */
    Optional<ShredReceipt> receipt(KeyRef key) throws VaultException;

    /** Completes what a crash interrupted; opening the vault does this before anything else. Returns how many there were. */
    int finishInterruptedShreds() throws VaultException;
}
