package org.quitclaim.vault.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.quitclaim.vault.LedgerDoubt;
import org.quitclaim.vault.LedgerEntry;
import org.quitclaim.vault.NoLedger;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.KeyStore;
import org.quitclaim.vault.storage.LedgerMark;

/** The ledger as those use it who have a no to tell, and whether it can have told this copy everything. */
final class ToldNos implements NoLedger {
    private static final Duration LATELY = Duration.ofHours(1);

    private final Ledger ledger;
    private final KeyStore keys;
    private final InstantSource clock;

    ToldNos(Ledger ledger, KeyStore keys, InstantSource clock) {
        this.ledger = ledger;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<Line> told() throws VaultException {
        return ledger.read().stream()
                .filter(line -> Tombstones.of(line.entry()).isEmpty())
                .toList();
    }

    @Override
    public void requireTarget() throws VaultException {
        ledger.requireTarget();
    }

    @Override
    public Reach reach() throws VaultException {
        Optional<Reach> reach = ledger.reach();
        if (reach.isEmpty()) {
            ledger.append(List.of());
            reach = ledger.reach();
        }
        return reach.orElseThrow(() -> new StorageFailure("read the ledger at the backup target"));
    }

    @Override
    public int tell(List<LedgerEntry> entries) throws VaultException {
        int missing = ledger.append(entries);
        ledger.leaveSeen();
        return missing;
    }

    @Override
    public void end(Instant before) throws VaultException {
        ledger.end(before);
    }

    @Override
    public Optional<LedgerDoubt> doubt() throws VaultException {
        return keys.ledger().doubt();
    }

    @Override
    public Instant doubted() throws VaultException {
        return keys.ledger().doubted();
    }

    @Override
    public void doubtRecorded() throws VaultException {
        keys.mark(keys.ledger().recorded());
    }

    /**
     * Where this copy was restored, taken over or copied since it last looked: notes why the ledger may not have every no.
     * Before anything is written there, since a new ledger would hide that the old one is gone.
     */
    void judge() throws VaultException {
        LedgerMark mark = keys.ledger();
        if (mark.moved()) {
            keys.mark(mark.settled(mark.ledger().isEmpty() ? Optional.empty() : reason(mark), clock.instant()));
        }
    }

    private Optional<LedgerDoubt> reason(LedgerMark mark) throws VaultException {
        Optional<Reach> found;
        try {
            found = ledger.reach();
        } catch (StorageFailure e) {
            return Optional.of(LedgerDoubt.ABSENT);
        }
        if (found.isEmpty()) {
            return Optional.of(LedgerDoubt.ABSENT);
        }
        Reach reach = found.get();
        Optional<LedgerSeen> seen = ledger.seen();
        if (endsBefore(reach, mark.ledger(), mark.number())
                || seen.filter(last -> endsBefore(reach, last.ledger(), last.number()))
                        .isPresent()) {
            return Optional.of(LedgerDoubt.SHORTER);
        }
        if (reach.endedBefore().isAfter(mark.at())) {
            return Optional.of(LedgerDoubt.ENDED);
        }
        return seen.filter(last -> last.at().plus(LATELY).isAfter(clock.instant()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(LedgerDoubt.NOT_SEEN_LATELY);
    }

    private static boolean endsBefore(Reach reach, String ledger, long number) {
        return reach.ledger().equals(ledger) && reach.number() < number;
    }
}
