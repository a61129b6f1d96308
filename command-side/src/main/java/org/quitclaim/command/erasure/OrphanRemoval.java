package org.quitclaim.command.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.account.StaffRecords;
import org.quitclaim.command.vault.Leftovers;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.Wait;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes, at start-up and once a day, sealed records that no event came to name; none while events may be missing. */
public final class OrphanRemoval implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanRemoval.class);
    private static final Duration EVERY = Duration.ofDays(1);
    /** Longer than any request takes between sealing and its event. */
    private static final Duration IN_FLIGHT = Duration.ofMinutes(10);

    private final Vault vault;
    private final StaffRecords staff;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Leftovers leftovers;
    private final Clock clock;
    private @Nullable Instant last;

    public OrphanRemoval(
            Vault vault, StaffRecords staff, WorkIndex index, UpToDate upToDate, Leftovers leftovers, Clock clock) {
        this.vault = vault;
        this.staff = staff;
        this.index = index;
        this.upToDate = upToDate;
        this.leftovers = leftovers;
        this.clock = clock;
    }

    /** At start-up nothing is in flight. */
    public void atStart() {
        remove(Duration.ZERO);
    }

    @Override
    public void run() {
        if (last == null || Wait.isOver(EVERY, last, clock.instant())) {
            remove(IN_FLIGHT);
        }
    }

    private void remove(Duration minAge) {
        upToDate.await();
        if (!leftovers.mayBeDestroyed()) {
            last = clock.instant();
            LOG.warn("The history may lack events, so no sealed record is destroyed because no event names it.");
            return;
        }
        try {
            Set<RecordId> ofStaff = Set.copyOf(staff.listed());
            vault.removeOrphans(record -> ofStaff.contains(record) || named(record), this::named, minAge);
            last = clock.instant();
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private boolean named(RecordId record) {
        return index.one("select 1 from named where record = ?", row -> true, record.value())
                .isPresent();
    }

    /** A key is named by the grant that minted it; every other key only by the records under it. */
    private boolean named(KeyRef key) {
        return switch (key.scope()) {
            case RECOGNITION ->
                index.one(
                                "select 1 from minted where person = ? and generation = ?",
                                row -> true,
                                key.owner().value(),
                                key.generation().number())
                        .isPresent();
            case STAFF -> StaffRecords.owns(key);
            case IDENTITY, EVIDENCE, PHOTO, EDITORIAL -> false;
        };
    }
}
