package org.quitclaim.query.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.query.organisation.Organisations.Waiting;
import org.quitclaim.vault.VaultException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the organisation says about itself. */
@RestController
class OrganisationQueries {
    private final Organisations organisations;
    private final Clock clock;

    OrganisationQueries(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * Another public address, and what is said beside it, waits for a second person.
     *
     * @param asked to be sent along with the confirmation
     * @param by the account that asks
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposed(
            String asked,
            @Nullable String name,
            @Nullable String contact,
            @Nullable String dpoContact,
            @Nullable String publicAddress,
            String by,
            Instant until) {
        static Proposed of(Waiting waiting) {
            OrganisationDetails details = waiting.details();
            return new Proposed(
                    waiting.asked().details().value(),
                    details.name(),
                    details.contact(),
                    details.dpoContact(),
                    details.publicAddress(),
                    waiting.asked().by().account().value(),
                    waiting.asked().until());
        }

        @Override
        public String toString() {
            return "Proposed[hidden]";
        }
    }

    /** @param unreadable true if something was said that nobody can open any more, so that it has to be said again; else absent */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            @Nullable String name,
            @Nullable String contact,
            @Nullable String dpoContact,
            @Nullable String publicAddress,
            @Nullable Boolean unreadable,
            @Nullable Proposed proposed) {
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
                organisations.unreadable() ? true : null,
                organisations
                        .waiting()
                        .filter(waiting ->
                                clock.instant().isBefore(waiting.asked().until()))
                        .map(Proposed::of)
                        .orElse(null));
    }
}
