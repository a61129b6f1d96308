package org.quitclaim.vault;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.vault.RecordId;

/**
 * What the vault states about the destruction of one key.
 *
 * <p><b>Guarantees:</b> issued once, after every step was done; asking again returns the same receipt. Not stated: what a
 * file system, an SSD or a snapshot of the machine keeps; that ends with the epoch whose key wrapped this one.
 *
 * @param records every record that was sealed under the key
 * @param wrappedUpTo the epoch that was current when the tombstone became durable: no copy of the key is wrapped in a later
 *     one. What tells whether a retirement came after the destruction, since the clock may be set back in between
 * @param keyDestroyedAt when the tombstone had become durable
 * @param ciphertextsDeletedAt never before {@code keyDestroyedAt}; when the last ciphertext was gone and opening each record had been tried and had failed
 * @param strayCopyFound whether the file of wrapped keys held a further copy that had to be rewritten
 * @param damaged whether what was stored as the key was not the key any more when it was destroyed: altered, exchanged or
 *     lost. Nobody knew its bytes then, so the file of wrapped keys was rewritten whole and not only searched
 */
public record ShredReceipt(
        KeyRef key,
        List<RecordId> records,
        Epoch wrappedUpTo,
        Instant keyDestroyedAt,
        Instant ciphertextsDeletedAt,
        boolean strayCopyFound,
        boolean damaged) {

    public ShredReceipt {
        records = List.copyOf(records);
    }
}
