package org.quitclaim.command.vault;

import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/** The command side's way to the vault: drafts ahead of events, and opening with a reason. */
public final class Sealing {
    private final Vault vault;

    public Sealing(Vault vault) {
        this.vault = vault;
    }

    public Draft draft() {
        return new Draft(vault);
    }

    public Plaintext open(RecordId id, Accessor who, String role, AccessPurpose why, String caseRef) {
        try {
            return vault.open(id, new AccessReason(who, role, why, caseRef));
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
