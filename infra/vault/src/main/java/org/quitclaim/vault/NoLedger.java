package org.quitclaim.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The ledger at the backup target, which a restore brings no older copy of: every no, so that a restored history says
 * them again.
 *
 * <p><b>Guarantees:</b> each line is sealed under the current epoch and of one size, so that whoever reads the target
 * learns neither who nor what; bound to all before it; durable on return. Repeating a call changes nothing.
 *
 * <p><b>Errors:</b> {@link VaultException.LedgerDamaged}, {@link VaultException.PlaceOfAnother},
 * {@link VaultException.BackupTargetAway} where it is not the target used last,
 * {@link VaultException.StorageFailure} where the target is out of reach.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public interface NoLedger {
    /**
     * Which ledger this is, and how far it reaches.
     *
     * @param ledger one that was lost and written again is another one
     * @param number of the last line
     * @param endedBefore what was said before that is told no more
     */
    record Reach(String ledger, long number, Instant endedBefore) {}

    /** An entry and the number of its last line. */
    record Line(long number, LedgerEntry entry) {}

    /**
     * Looks whether the backup target is the one that this copy used last.
     *
     * @throws VaultException.BackupTargetAway if it is not: what it tells is not all, and nothing is written there
     */
    void requireTarget() throws VaultException;

    /** What was told in the order in which it was told; destroyed keys are not among it. */
    List<Line> told() throws VaultException;

    Reach reach() throws VaultException;

    /**
     * Tells what the ledger lacks of these.
     *
     * @return how many were missing
     */
    int tell(List<LedgerEntry> entries) throws VaultException;

    /** Ends the lines of what was said before that instant, up to the first one that was said later. */
    void end(Instant before) throws VaultException;

    /** Why not every no may be in this history; kept until {@link #doubtRecorded}. */
    Optional<LedgerDoubt> doubt() throws VaultException;

    /** When that was noted. */
    Instant doubted() throws VaultException;

    void doubtRecorded() throws VaultException;
}
