package org.quitclaim.command.rights;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.consent.Authority;
import org.quitclaim.command.consent.Identity;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.vault.RecordId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Name, contact and representatives of a person, to read and to put right. Source: GDPR Art. 16. */
@RestController
@RequestMapping("/api/persons/{id}")
class DetailsController {
    private final Corrections corrections;

    DetailsController(Corrections corrections) {
        this.corrections = corrections;
    }

    /**
     * All of it as it is to be; what is left out is on record no more.
     *
     * @param replaces the record that was read
     * @param requestId the open request in which the person asked for it
     */
    record RightDetails(
            @Nullable String name,
            @Nullable String email,
            @Nullable String replaces,
            @Nullable String requestId) {
        @Override
        public String toString() {
            return "RightDetails[hidden]";
        }
    }

    /** As {@link RightDetails}; the papers cannot be left out. */
    record RightSigner(
            @Nullable String name,
            @Nullable String authority,
            @Nullable String replaces,
            @Nullable String requestId) {
        @Override
        public String toString() {
            return "RightSigner[hidden]";
        }
    }

    @GetMapping("/details")
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    Details read(@PathVariable String id, Actor actor) {
        return corrections.read(new PersonId(id), actor);
    }

    @PutMapping("/details")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void correct(@PathVariable String id, @RequestBody RightDetails body, Actor actor) {
        corrections.identity(
                new PersonId(id),
                new Identity(Input.name(body.name(), "name"), Identity.contact(body.email())),
                new RecordId(Input.text(body.replaces(), "replaces")),
                request(body.requestId()),
                actor);
    }

    @PutMapping("/representatives/{representative}/details")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void correctRepresentative(
            @PathVariable String id, @PathVariable String representative, @RequestBody RightSigner body, Actor actor) {
        corrections.representative(
                new PersonId(id),
                new RepresentativeId(representative),
                new Authority(Input.name(body.name(), "name"), Input.text(body.authority(), "authority")),
                new RecordId(Input.text(body.replaces(), "replaces")),
                request(body.requestId()),
                actor);
    }

    private static @Nullable RightsRequestId request(@Nullable String id) {
        return Optional.ofNullable(id).map(RightsRequestId::new).orElse(null);
    }
}
