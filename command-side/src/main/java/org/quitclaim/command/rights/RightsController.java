package org.quitclaim.command.rights;

import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.rights.AskedBy;
import org.quitclaim.domain.rights.ExtensionReason;
import org.quitclaim.domain.rights.Outcome;
import org.quitclaim.domain.rights.RefusalReason;
import org.quitclaim.domain.rights.RightsCommand.ExtendRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the compliance officer does about requests: letters and calls come in here, and answers are recorded. */
@RestController
class RightsController {
    private final RightsRequests requests;
    private final Reconciler reconciler;

    RightsController(RightsRequests requests, Reconciler reconciler) {
        this.requests = requests;
        this.reconciler = reconciler;
    }

    record Extension(@Nullable ExtensionReason reason) {}

    record Answered(@Nullable Outcome outcome, @Nullable String text) {}

    record Refused(@Nullable RefusalReason reason, @Nullable String text) {}

    @PostMapping("/api/persons/{id}/rights-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    RequestView receive(
            @PathVariable String id,
            @RequestBody RequestForm body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor) {
        Origin origin = Origins.of(actor);
        RightsRequestId request = requests.receive(new PersonId(id), body.read(AskedBy.STAFF_ON_BEHALF), key, origin);
        reconciler.wake();
        return requests.view(request, origin);
    }

    /** One request with what was written in it; opening that is recorded. */
    @GetMapping("/api/rights-requests/{id}/texts")
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    RequestView texts(@PathVariable String id, Actor actor) {
        return requests.view(new RightsRequestId(id), Origins.of(actor));
    }

    /** Once, by two months, for a reason that the person is told. */
    @PostMapping("/api/rights-requests/{id}/extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void extend(@PathVariable String id, @RequestBody Extension body, Actor actor) {
        requests.extend(
                new ExtendRequest(new RightsRequestId(id), Input.need(body.reason(), "reason")), Origins.of(actor));
    }

    @PostMapping("/api/rights-requests/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void answer(@PathVariable String id, @RequestBody Answered body, Actor actor) {
        requests.answer(
                new RightsRequestId(id),
                Input.need(body.outcome(), "outcome"),
                Input.optional(body.text(), "text"),
                Origins.of(actor));
    }

    @PostMapping("/api/rights-requests/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void refuse(@PathVariable String id, @RequestBody Refused body, Actor actor) {
        requests.refuse(
                new RightsRequestId(id),
                Input.need(body.reason(), "reason"),
                Input.optional(body.text(), "text"),
                Origins.of(actor));
    }
}
