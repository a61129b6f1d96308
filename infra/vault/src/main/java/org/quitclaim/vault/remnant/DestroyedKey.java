package org.quitclaim.vault.remnant;

import java.util.List;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.KeyRef;

/**
 * What one erasure case destroyed, and by what it would be recognised.
 *
 * @param sightingsToo whether faces may no longer be linked to the person
 * @param records every record that was sealed under the key
 */
public record DestroyedKey(
        ErasureCaseId erasureCase,
        PersonId person,
        KeyRef key,
        boolean sightingsToo,
        List<RecordId> records,
        List<Fingerprint> fingerprints) {
    public DestroyedKey {
        records = List.copyOf(records);
        fingerprints = List.copyOf(fingerprints);
    }

    public KeyScope scope() {
        return key.scope();
    }
}
