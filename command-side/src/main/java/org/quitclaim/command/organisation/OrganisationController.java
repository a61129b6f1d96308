package org.quitclaim.command.organisation;

import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.command.dispatch.Origins;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Says anew who the organisation is; what is left out is printed nowhere from then on. */
@RestController
class OrganisationController {
    private final Describing describing;

    OrganisationController(Describing describing) {
        this.describing = describing;
    }

    @PutMapping("/api/organisation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.ADMIN)
    void describe(@RequestBody OrganisationDetails body, Actor actor) {
        describing.describe(body, Origins.of(actor));
    }
}
