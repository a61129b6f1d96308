package org.quitclaim.command.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Access;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.KeyStatus;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.ShredReceipt;
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
    private final Set<RecordId> suspended = new HashSet<>();
    private final Set<RecordId> damaged = new HashSet<>();

    public Reading(Vault vault, PersonId person, Origin origin) {
        this.vault = vault;
        this.reason = new AccessReason(
                PhotoImages.accessor(origin),
                origin.role(),
                AccessPurpose.DATA_SUBJECT_REQUEST,
                origin.caseRef().isEmpty() ? person.value() : origin.caseRef());
    }

    /** Empty when its key is destroyed, suspended or damaged, or the record is gone. */
    public Optional<Plaintext> open(RecordId id) {
        try {
            return switch (vault.openAll(List.of(id), reason).get(id)) {
                case Opening.Opened opened -> Optional.of(opened.content());
                case Opening.Refused(VaultException.KeyNotActive refused)
                when refused.state() == KeyState.SUSPENDED -> {
                    suspended.add(id);
                    yield Optional.empty();
                }
                case Opening.Refused(VaultException.IntegrityFailure refused) -> {
                    damaged.add(id);
                    yield Optional.empty();
                }
                case Opening.Refused refused -> Optional.empty();
                case null -> Optional.empty();
            };
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    /** How many that were asked for are there and open to nobody, because they or their keys are damaged. */
    public int damaged() {
        return damaged.size();
    }

    /** Whether it was asked for and is there, and opens to nobody while processing is restricted. */
    public boolean isSuspended(RecordId id) {
        return suspended.contains(id);
    }

    /** Every record that was ever sealed under the person's own keys of this scope, also those that were destroyed. */
    public List<RecordId> sealedUnder(PersonId person, KeyScope scope) {
        try {
            List<RecordId> all = new ArrayList<>();
            for (KeyStatus key : vault.generations(KeyOwner.of(person), scope)) {
                all.addAll(vault.sealedUnder(key.key()));
                vault.receipt(key.key()).map(ShredReceipt::records).ifPresent(all::addAll);
            }
            return all;
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
