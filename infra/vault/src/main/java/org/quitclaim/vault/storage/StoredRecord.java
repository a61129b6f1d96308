package org.quitclaim.vault.storage;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.RecordKind;

/** A sealed record as the record store keeps it. */
public record StoredRecord(RecordId id, KeyRef key, RecordKind kind, Instant sealedAt, Ciphertext ciphertext) {

    /** A record together with the indexes by which it is to be found. */
    public record Indexed(StoredRecord record, List<BlindIndex> findableBy) {}
}
