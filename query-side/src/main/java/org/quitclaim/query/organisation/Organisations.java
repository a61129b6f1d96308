package org.quitclaim.query.organisation;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.organisation.OrganisationEvent;
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
        RecordId latest = latest();
        return latest == null ? OrganisationDetails.NONE : read(latest).orElse(OrganisationDetails.NONE);
    }

    /** Whether something was said that nobody can open any more. */
    public boolean unreadable() throws VaultException {
        RecordId latest = latest();
        return latest != null && read(latest).isEmpty();
    }

    private @Nullable RecordId latest() {
        OrganisationId id = OrganisationId.of(vault.installation().value());
        return store.readEvents(id.value())
                .asStream()
                .map(message -> ((OrganisationEvent) message.getPayload()).details())
                .reduce((before, after) -> after)
                .orElse(null);
    }

    /** A history that was set back may name a description that is gone since: then nothing is said. */
    private Optional<OrganisationDetails> read(RecordId latest) throws VaultException {
        Opened last = opened;
        if (latest.equals(last.record())) {
            return Optional.of(last.details());
        }
        if (!(vault.openAll(List.of(latest), READING).get(latest) instanceof Opening.Opened(Plaintext content))) {
            return Optional.empty();
        }
        OrganisationDetails details = OrganisationDetails.read(content.bytes());
        opened = new Opened(latest, details);
        return Optional.of(details);
    }
}
