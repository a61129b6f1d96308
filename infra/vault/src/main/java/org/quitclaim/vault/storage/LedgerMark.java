package org.quitclaim.vault.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quitclaim.vault.LedgerDoubt;

/**
 * What a copy of an installation remembers of the ledger at the backup target.
 *
 * @param ledger which one; nothing where none was seen yet
 * @param number of the last line that was seen
 * @param at when that was
 * @param moved whether this copy was restored, copied or taken over since, and has not looked whether the ledger reaches
 * @param doubt what it found when it looked, until the history knows; and when that was
 */
public record LedgerMark(
        String ledger, long number, Instant at, boolean moved, Optional<LedgerDoubt> doubt, Instant doubted) {
    private static final Duration LATELY = Duration.ofHours(1);

    /** Of a vault that was never opened. */
    public static final LedgerMark NONE = new LedgerMark("", 0, Instant.EPOCH, false, Optional.empty(), Instant.EPOCH);

    /** The time is of use by the hour, so that looking often writes seldom. */
    public LedgerMark seen(String which, long last, Instant now) {
        boolean same = which.equals(ledger) && last == number && now.isBefore(at.plus(LATELY));
        return same ? this : new LedgerMark(which, last, now, moved, doubt, doubted);
    }

    public LedgerMark settled(Optional<LedgerDoubt> found, Instant now) {
        return doubt.isPresent()
                ? new LedgerMark(ledger, number, at, false, doubt, doubted)
                : new LedgerMark(ledger, number, at, false, found, now);
    }

    public LedgerMark recorded() {
        return new LedgerMark(ledger, number, at, moved, Optional.empty(), Instant.EPOCH);
    }
}
