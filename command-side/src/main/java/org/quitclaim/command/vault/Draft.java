package org.quitclaim.command.vault;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.erasure.ErasureRejection;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Records sealed ahead of the event that will name them.
 *
 * <p><b>Guarantees:</b> every record and its key is durable when a method returns, so before the event. Closed
 * before {@link #named}, or after its refusal, its records are deleted; after a crash in between, the removal of orphans does it.
 *
 * <p><b>Thread-safety:</b> for one thread.
 */
public final class Draft implements AutoCloseable {
    private final Vault vault;
    private final List<RecordId> sealed = new ArrayList<>();
    private boolean kept;

    Draft(Vault vault) {
        this.vault = vault;
    }

    /** Seals text under the owner's first key of the scope, which is made if need be. */
    public RecordId text(OpaqueId owner, KeyScope scope, RecordKind kind, String text) {
        return seal(KeyRef.first(owner, scope), kind, Plaintext.of(text));
    }

    public RecordId seal(KeyRef key, RecordKind kind, Plaintext content) {
        return seal(key, kind, content, List.of());
    }

    /** @param findableBy under which the record is found without knowing its id */
    public RecordId seal(KeyRef key, RecordKind kind, Plaintext content, List<BlindIndex> findableBy) {
        RecordId id = IdMint.recordId();
        try {
            vault.create(key);
            vault.seal(new SealRequest(key, kind, id, content, findableBy));
        } catch (VaultException.KeyNotActive e) {
            throw erased(key, e);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
        sealed.add(id);
        return id;
    }

    /** Nothing is written about somebody whose keys are destroyed, nor to a case that is closed. */
    private static RuntimeException erased(KeyRef key, VaultException.KeyNotActive cause) {
        String owner = key.owner().value();
        if (owner.startsWith(PersonId.PREFIX)) {
            return new RejectedException(ConsentRejection.PERSON_ERASED);
        }
        return owner.startsWith(ErasureCaseId.PREFIX)
                ? new RejectedException(ErasureRejection.ALREADY_CLOSED)
                : new VaultUnavailable(cause);
    }

    /** Seals under a key that has to be there already, such as that of a recognition grant. */
    public RecordId sealUnderLiveKey(KeyRef key, RecordKind kind, Plaintext content) throws VaultException {
        RecordId id = IdMint.recordId();
        vault.seal(new SealRequest(key, kind, id, content));
        sealed.add(id);
        return id;
    }

    public RecordId file(KeyRef key, RecordKind kind, byte[] content) {
        RecordId id = IdMint.recordId();
        try {
            vault.create(key);
            vault.sealFile(key, kind, id, new ByteArrayInputStream(content), List.of());
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
        sealed.add(id);
        return id;
    }

    /**
     * Runs what records the event that names them. Only a refusal says for certain that there is no such event: after any
     * other failure it may be stored all the same, so the records stay, and the removal of orphans removes them if no event names them.
     */
    public <T> T named(Supplier<T> event) {
        kept = true;
        try {
            return event.get();
        } catch (RejectedException refused) {
            kept = false;
            throw refused;
        }
    }

    @Override
    public void close() {
        if (kept) {
            return;
        }
        for (RecordId id : sealed) {
            try {
                vault.delete(id);
            } catch (VaultException e) {
                throw new VaultUnavailable(e);
            }
        }
    }
}
