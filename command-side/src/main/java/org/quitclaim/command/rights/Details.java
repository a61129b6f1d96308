package org.quitclaim.command.rights;

import java.util.List;
import org.quitclaim.domain.consent.Representative;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.vault.RecordId;

/**
 * What is written about a person, as an officer reads it before correcting it.
 *
 * @param record names what was read: a correction sends it along as what it replaces
 */
record Details(String name, String email, RecordId record, List<Signer> representatives) {
    record Signer(
            RepresentativeId representativeId,
            Representative.Role role,
            String name,
            String authority,
            RecordId record) {
        @Override
        public String toString() {
            return "Signer[" + representativeId.value() + "]";
        }
    }

    @Override
    public String toString() {
        return "Details[hidden]";
    }
}
