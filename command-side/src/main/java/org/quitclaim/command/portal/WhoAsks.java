package org.quitclaim.command.portal;

import java.util.Optional;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.command.consent.Identity;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.organisation.SelfDescription;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.ConsentState.Known;
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

    private final SelfDescription organisation;
    private final Sealing sealing;
    private final JsonMapper json;

    public WhoAsks(SelfDescription organisation, Sealing sealing, JsonMapper json) {
        this.organisation = organisation;
        this.sealing = sealing;
        this.json = json;
    }

    /** What the organisation says of itself. */
    public OrganisationDetails details() {
        try {
            return organisation.details(READING);
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
