package org.quitclaim.command.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.domain.vault.RecordId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says anew who the organisation is; what is left out is printed nowhere from then on. Another public address than the one that
 * was said waits for a second person, and everything that was sent with it.
 */
@RestController
@RequestMapping("/api/organisation")
class OrganisationController {
    private final Describing describing;

    OrganisationController(Describing describing) {
        this.describing = describing;
    }

    /** @param asked what a second person confirms, until then; neither where it is said at once */
    record Described(@Nullable String asked, @Nullable Instant until) {
        static final Described AT_ONCE = new Described(null, null);
    }

    @PutMapping
    @AllowedFor(Role.ADMIN)
    Described describe(@RequestBody OrganisationDetails body, Actor actor) {
        return describing
                .describe(body, actor)
                .map(asked -> new Described(asked.details().value(), asked.until()))
                .orElse(Described.AT_ONCE);
    }

    /** @param asked as {@code GET /api/organisation} shows it beside all that would be said */
    record Confirmation(@Nullable String asked) {}

    @PostMapping("/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    void confirm(@RequestBody Confirmation body, Actor actor) {
        String asked = Input.text(body.asked(), "asked");
        describing.confirm(Input.parse(() -> new RecordId(asked)), actor);
    }
}
