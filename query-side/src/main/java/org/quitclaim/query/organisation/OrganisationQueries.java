package org.quitclaim.query.organisation;

import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.vault.VaultException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the organisation says about itself. */
@RestController
class OrganisationQueries {
    private final Organisations organisations;

    OrganisationQueries(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/api/organisation")
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    OrganisationDetails details() throws VaultException {
        return organisations.details();
    }
}
