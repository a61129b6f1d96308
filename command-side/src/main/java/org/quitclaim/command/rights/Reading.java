package org.quitclaim.command.rights;

import java.util.List;
import java.util.Optional;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.photo.PhotoImages;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Access;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Opens what is sealed about a person because she asked, and nothing that was erased.
 *
 * <p><b>Guarantees:</b> every opening stands in the access log as a data subject request of this person.
 */
public final class Reading {
    private final Vault vault;
    private final AccessReason reason;

    public Reading(Vault vault, PersonId person, Origin origin) {
        this.vault = vault;
        this.reason = new AccessReason(
                PhotoImages.accessor(origin), origin.role(), AccessPurpose.DATA_SUBJECT_REQUEST, person.value());
    }

    /** Empty when its key is destroyed or the record is gone. */
    public Optional<Plaintext> open(RecordId id) {
        try {
            return vault.openAll(List.of(id), reason).get(id) instanceof Opening.Opened opened
                    ? Optional.of(opened.content())
                    : Optional.empty();
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    public Optional<String> text(RecordId id) {
        return open(id).map(Plaintext::text);
    }

    /** Who asked for a record until now. */
    public List<Access> accesses(RecordId id) {
        try {
            return vault.accesses(id);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
