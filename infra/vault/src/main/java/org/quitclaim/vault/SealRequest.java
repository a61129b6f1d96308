package org.quitclaim.vault;

import java.util.List;
import org.quitclaim.domain.vault.RecordId;

/**
 * One record to be sealed.
 *
 * @param key exactly the generation that makes the processing lawful; it must be ACTIVE
 * @param findableBy blind indexes under which the record can be found; none for most
 */
public record SealRequest(KeyRef key, RecordKind kind, RecordId id, Plaintext content, List<BlindIndex> findableBy) {

    public SealRequest {
        findableBy = List.copyOf(findableBy);
    }

    public SealRequest(KeyRef key, RecordKind kind, RecordId id, Plaintext content) {
        this(key, kind, id, content, List.of());
    }
}
