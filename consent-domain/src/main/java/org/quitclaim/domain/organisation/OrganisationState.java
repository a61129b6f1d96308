package org.quitclaim.domain.organisation;

import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.vault.RecordId;

/** How the organisation describes itself now. */
public sealed interface OrganisationState {
    record Unknown() implements OrganisationState {}

    record Described(OrganisationId id, RecordId details) implements OrganisationState {}

    OrganisationState NONE = new Unknown();
}
