package org.quitclaim.domain.organisation;

import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.vault.RecordId;

/** How the organisation describes itself now. */
public sealed interface OrganisationState {
    record Unknown() implements OrganisationState {}

    record Described(OrganisationId id, RecordId details, Optional<Asked> asked) implements OrganisationState {}

    /**
     * Another public address waits for a second person.
     *
     * @param details what would be said then, all of it
     * @param until when it lapses
     */
    record Asked(RecordId details, Voucher by, Instant until) {}

    OrganisationState NONE = new Unknown();
}
