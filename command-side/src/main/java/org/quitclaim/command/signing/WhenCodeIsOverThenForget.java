package org.quitclaim.command.signing;

import java.time.Clock;
import java.util.List;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/** Destroys, at a tick of the clock, what was sealed for codes that sign nothing any more. */
public final class WhenCodeIsOverThenForget implements Runnable {
    private static final int AT_ONCE = 1_000;

    private final WorkIndex index;
    private final Vault vault;
    private final Clock clock;

    WhenCodeIsOverThenForget(WorkIndex index, Vault vault, Clock clock) {
        this.index = index;
        this.vault = vault;
        this.clock = clock;
    }

    private record Over(String signs, RecordId letter, RecordId statement) {}

    @Override
    public void run() {
        List<Over> over = index.all(
                "select signs, letter, statement from code where ends_at <= ? order by ends_at limit " + AT_ONCE,
                row -> new Over(row.getString(1), new RecordId(row.getString(2)), new RecordId(row.getString(3))),
                clock.instant().toEpochMilli());
        ForEach.guarded(over, this::forget);
    }

    private void forget(Over over) {
        destroy(over.letter());
        destroy(over.statement());
        index.settle("delete from code where signs = ?", over.signs());
    }

    private void destroy(RecordId record) {
        try {
            vault.delete(record);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
        index.settle("delete from named where record = ?", record.value());
    }
}
