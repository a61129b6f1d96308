package org.quitclaim.vault.seal;

import java.util.Optional;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.LedgerEntry;
import org.quitclaim.vault.storage.Tombstone;

/** How the ledger tells of a destroyed key: {@code key OWNER SCOPE GENERATION}, and nothing beside its date. */
final class Tombstones {
    private static final String KEY = "key ";

    private Tombstones() {}

    static LedgerEntry entry(Tombstone tombstone) {
        KeyRef key = tombstone.key();
        return new LedgerEntry(
                KEY
                        + key.owner().value()
                        + ' '
                        + key.scope().name()
                        + ' '
                        + key.generation().number(),
                tombstone.destroyedAt(),
                "");
    }

    static Optional<Tombstone> of(LedgerEntry entry) {
        if (!entry.id().startsWith(KEY)) {
            return Optional.empty();
        }
        String[] fields = entry.id().split(" ");
        return Optional.of(new Tombstone(
                new KeyRef(
                        new KeyOwner(fields[1]),
                        KeyScope.valueOf(fields[2]),
                        new KeyGeneration(Integer.parseInt(fields[3]))),
                entry.at()));
    }
}
