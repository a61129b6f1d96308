package org.quitclaim.query.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
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

    /** @param unreadable true if something was said that nobody can open any more, so that it has to be said again; else absent */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            @Nullable String name,
            @Nullable String contact,
            @Nullable String dpoContact,
            @Nullable String publicAddress,
            @Nullable Boolean unreadable) {
        @Override
        public String toString() {
            return "Said[hidden]";
        }
    }

    @GetMapping("/api/organisation")
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Said details() throws VaultException {
        OrganisationDetails said = organisations.details();
        return new Said(
                said.name(),
                said.contact(),
                said.dpoContact(),
                said.publicAddress(),
                organisations.unreadable() ? true : null);
    }
}
