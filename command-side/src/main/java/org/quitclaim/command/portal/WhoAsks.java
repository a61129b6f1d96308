package org.quitclaim.command.portal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.command.consent.Identity;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.organisation.OrganisationEvent;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who asks, and whom: what stands at the head of the person's page.
 *
 * <p><b>Guarantees:</b> nothing a person may do fails because one of the two cannot be read; then it is not said.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class WhoAsks {
    private static final AccessReason READING =
            new AccessReason(new Accessor.SystemTask("organisation"), "SYSTEM", AccessPurpose.INDEXING, "");

    private final Streams streams;
    private final Sealing sealing;
    private final OrganisationId organisation;
    private final JsonMapper json;
    private volatile Opened opened = new Opened(null, OrganisationDetails.NONE);

    public WhoAsks(Streams streams, Sealing sealing, Installation installation, JsonMapper json) {
        this.streams = streams;
        this.sealing = sealing;
        this.organisation = OrganisationId.of(installation.id().value());
        this.json = json;
    }

    private record Opened(@Nullable RecordId record, OrganisationDetails details) {}

    /** What the organisation says of itself; opened once for each change. */
    public OrganisationDetails details() {
        try {
            RecordId latest = streams.events(organisation)
                    .map(event -> ((OrganisationEvent) event).details())
                    .reduce((before, after) -> after)
                    .orElse(null);
            Opened last = opened;
            if (latest == null || latest.equals(last.record())) {
                return latest == null ? OrganisationDetails.NONE : last.details();
            }
            OrganisationDetails details = sealing.openIfPossible(latest, READING)
                    .map(words -> OrganisationDetails.read(words.bytes()))
                    .orElse(OrganisationDetails.NONE);
            opened = new Opened(latest, details);
            return details;
        } catch (StreamDamaged | VaultUnavailable e) {
            return OrganisationDetails.NONE;
        }
    }

    /** Empty where nobody can open it. */
    String name(Known person) {
        try {
            Optional<String> identity = sealing.openIfPossible(
                            person.identity(),
                            new AccessReason(
                                    new Accessor.Portrayed(person.id()), Origin.PERSON, AccessPurpose.CONSENT, ""))
                    .map(words -> words.text());
            return identity.map(text -> json.readValue(text, Identity.class).name())
                    .orElse("");
        } catch (VaultUnavailable e) {
            return "";
        }
    }
}
