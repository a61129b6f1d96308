package org.quitclaim.command.vault;

import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Opening;
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

    /** Empty where nobody can open it any more: its key or the record is gone or locked, or its bytes are damaged. */
    public Optional<Plaintext> openIfPossible(RecordId id, AccessReason reason) {
        try {
            return vault.openAll(List.of(id), reason).get(id) instanceof Opening.Opened opened
                    ? Optional.of(opened.content())
                    : Optional.empty();
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
