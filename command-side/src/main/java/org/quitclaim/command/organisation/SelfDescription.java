package org.quitclaim.command.organisation;

import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.organisation.OrganisationState;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * What the organisation says of itself, as it stands now.
 *
 * <p><b>Guarantees:</b> opened once for each change. A history that was set back may name a description that is gone since:
 * then nothing is said.
 *
 * <p><b>Errors:</b> {@link StreamDamaged} where its history cannot be read, {@link VaultUnavailable} where what it said
 * cannot be opened.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class SelfDescription {
    private final Streams streams;
    private final Vault vault;
    private final OrganisationId id;
    private volatile Opened opened = new Opened(null, OrganisationDetails.NONE);

    public SelfDescription(Streams streams, Vault vault, Installation installation) {
        this.streams = streams;
        this.vault = vault;
        this.id = OrganisationId.of(installation.id().value());
    }

    private record Opened(@Nullable RecordId record, OrganisationDetails details) {}

    /**
     * {@link OrganisationDetails#NONE} where it said nothing.
     *
     * @param why it is read, for the access log
     */
    public OrganisationDetails details(AccessReason why) {
        if (!(streams.organisation(id) instanceof OrganisationState.Described said)) {
            return OrganisationDetails.NONE;
        }
        Opened last = opened;
        if (!said.details().equals(last.record())) {
            last = new Opened(said.details(), read(said.details(), why));
            opened = last;
        }
        return last.details();
    }

    private OrganisationDetails read(RecordId record, AccessReason why) {
        try {
            return OrganisationDetails.read(vault.open(record, why).bytes());
        } catch (VaultException.RecordUnknown e) {
            return OrganisationDetails.NONE;
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
