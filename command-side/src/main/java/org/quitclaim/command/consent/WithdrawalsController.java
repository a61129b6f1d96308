package org.quitclaim.command.consent;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.id.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Withdrawals that reach us on paper or by telephone; a person's own come through the portal. */
@RestController
class WithdrawalsController {
    private final Revocations revocations;

    WithdrawalsController(Revocations revocations) {
        this.revocations = revocations;
    }

    record Withdrawal(
            @Nullable Boolean recognition, @Nullable List<Channel> channels) {}

    @PostMapping("/api/persons/{id}/withdrawals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    void withdraw(@PathVariable String id, @RequestBody Withdrawal body, Actor actor) {
        revocations.carryOut(
                new WithdrawConsent(
                        new PersonId(id),
                        Boolean.TRUE.equals(body.recognition()),
                        Set.copyOf(Input.list(body.channels())),
                        WithdrawnBy.CLERK_ON_REQUEST),
                Origins.of(actor));
    }
}
