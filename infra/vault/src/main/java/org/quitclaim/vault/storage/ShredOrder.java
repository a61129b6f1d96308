package org.quitclaim.vault.storage;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.KeyRef;

/**
 * What a tombstone remembers so that an interrupted shred can be completed: the key and all it protected.
 *
 * @param damaged whether what was stored as the key was not the key any more
 */
public record ShredOrder(KeyRef key, List<RecordId> records, Instant keyDestroyedAt, boolean damaged) {
    public ShredOrder {
        records = List.copyOf(records);
    }
}
