package org.quitclaim.command.consent;

import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.domain.consent.ConsentCommand.InvalidateGrant;
import org.quitclaim.domain.consent.InvalidBecause;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Permissions that turn out not to be the person's own. Source: GDPR Art. 7(1), 4(11). */
@RestController
class InvalidationsController {
    private final Revocations revocations;

    InvalidationsController(Revocations revocations) {
        this.revocations = revocations;
    }

    record Invalidation(@Nullable InvalidBecause because) {}

    /** One officer is enough: it is a no. What the same form allowed besides ends with it. */
    @PostMapping("/api/persons/{id}/grants/{grant}/invalidation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void invalidate(@PathVariable String id, @PathVariable String grant, @RequestBody Invalidation body, Actor actor) {
        revocations.carryOut(
                new InvalidateGrant(new PersonId(id), new GrantId(grant), Input.need(body.because(), "because")),
                Origins.of(actor));
    }
}
