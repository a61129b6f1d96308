package org.quitclaim.vault.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.InstallationId;
import org.quitclaim.vault.VaultException.LedgerDamaged;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.Stores;
import org.quitclaim.vault.storage.Tombstone;

/**
 * What was destroyed, told at the backup target, so that a restore of older keys destroys it again.
 *
 * <p><b>Guarantees:</b> whoever writes to the target without the installation's secret can neither have a living key
 * destroyed nor change, repeat, remove or reorder lines unnoticed, except by cutting off the end; what is cut off is
 * noticed, and written again, as long as {@code keys.db} remembers it.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class TombstoneLedger {
    private final InstallationId installation;
    private final Stores stores;
    private final HmacSecrets secrets;
    private @Nullable LedgerChain seen;

    TombstoneLedger(InstallationId installation, Stores stores, HmacSecrets secrets) {
        this.installation = installation;
        this.stores = stores;
        this.secrets = secrets;
    }

    /**
     * Everything the ledger says.
     *
     * @throws LedgerDamaged if a line was not written by this installation, or not as the one that follows the others
     */
    synchronized List<Tombstone> read() throws LedgerDamaged, StorageFailure {
        seen = null;
        LedgerChain chain = new LedgerChain(secrets);
        List<Tombstone> tombstones = new ArrayList<>();
        for (String line : stores.ledger().read(installation)) {
            tombstones.add(chain.follow(line));
        }
        seen = chain;
        return tombstones;
    }

    /** Reads everything again only where the last line is not the one this process left. */
    synchronized void append(Tombstone tombstone) throws LedgerDamaged, StorageFailure, PlaceOfAnother {
        Optional<String> last = stores.ledger().last(installation);
        if (seen == null || !seen.endsWith(last)) {
            read();
        }
        write(List.of(tombstone));
    }

    /**
     * Reads everything and writes what the key store knows and the ledger does not.
     *
     * @return how many lines were missing
     */
    synchronized int complete() throws LedgerDamaged, StorageFailure, PlaceOfAnother {
        read();
        return write(stores.keys().tombstones());
    }

    private int write(List<Tombstone> tombstones) throws StorageFailure, PlaceOfAnother {
        LedgerChain chain = Objects.requireNonNull(seen, "the ledger was read");
        List<String> lines = new ArrayList<>();
        for (Tombstone each : tombstones) {
            if (!chain.tells(each.key())) {
                lines.add(chain.add(each));
            }
        }
        // if writing fails nobody knows which of the lines are there
        seen = null;
        // an empty ledger is written too: that nobody was erased is something a restore has to know
        stores.ledger().append(installation, lines);
        seen = chain;
        return lines.size();
    }
}
