package org.quitclaim.query.organisation;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.organisation.OrganisationDecisions;
import org.quitclaim.domain.organisation.OrganisationEvent;
import org.quitclaim.domain.organisation.OrganisationState;
import org.quitclaim.domain.organisation.OrganisationState.Asked;
import org.quitclaim.domain.organisation.OrganisationState.Described;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Reads how the organisation describes itself, from its own stream and the vault.
 *
 * <p><b>Guarantees:</b> the latest description, never one from a request or a setting. It is opened once for each change.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Organisations {
    private static final AccessReason READING =
            new AccessReason(new Accessor.SystemTask("organisation"), "SYSTEM", AccessPurpose.INDEXING);

    private final EventStore store;
    private final Vault vault;
    private volatile Opened opened = new Opened(null, OrganisationDetails.NONE);

    public Organisations(EventStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    private record Opened(@Nullable RecordId record, OrganisationDetails details) {}

    /** What is said now; {@link OrganisationDetails#NONE} if nothing ever was, or nobody can open it. */
    public OrganisationDetails details() throws VaultException {
        return state() instanceof Described said
                ? read(said.details()).orElse(OrganisationDetails.NONE)
                : OrganisationDetails.NONE;
    }

    /** Whether something was said that nobody can open any more. */
    public boolean unreadable() throws VaultException {
        return state() instanceof Described said && read(said.details()).isEmpty();
    }

    /** What would be said once a second person confirms it; {@link OrganisationDetails#NONE} where nobody can open it. */
    record Waiting(Asked asked, OrganisationDetails details) {
        @Override
        public String toString() {
            return "Waiting[hidden]";
        }
    }

    Optional<Waiting> waiting() throws VaultException {
        Optional<Asked> asked = state() instanceof Described said ? said.asked() : Optional.empty();
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Waiting(asked.get(), open(asked.get().details()).orElse(OrganisationDetails.NONE)));
    }

    private OrganisationState state() {
        OrganisationId id = OrganisationId.of(vault.installation().value());
        return store.readEvents(id.value())
                .asStream()
                .map(message -> (OrganisationEvent) message.getPayload())
                .reduce(OrganisationState.NONE, OrganisationDecisions::evolve, (one, other) -> other);
    }

    /** A history that was set back may name a description that is gone since: then nothing is said. */
    private Optional<OrganisationDetails> read(RecordId latest) throws VaultException {
        Opened last = opened;
        if (latest.equals(last.record())) {
            return Optional.of(last.details());
        }
        Optional<OrganisationDetails> details = open(latest);
        details.ifPresent(said -> opened = new Opened(latest, said));
        return details;
    }

    private Optional<OrganisationDetails> open(RecordId record) throws VaultException {
        return vault.openAll(List.of(record), READING).get(record) instanceof Opening.Opened(Plaintext content)
                ? Optional.of(OrganisationDetails.read(content.bytes()))
                : Optional.empty();
    }
}
