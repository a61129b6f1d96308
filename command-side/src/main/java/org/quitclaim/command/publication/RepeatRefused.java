package org.quitclaim.command.publication;

import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.InputRejection;
import org.springframework.http.HttpStatus;

/** Why a repeated request gets no verdict. */
final class RepeatRefused {
    private RepeatRefused() {}

    static RejectedException undecided() {
        return new RejectedException(new InputRejection(
                "publication.undecided",
                "This request was not decided yet; send the same request again in a few seconds.",
                HttpStatus.SERVICE_UNAVAILABLE));
    }

    static RejectedException otherUse() {
        return new RejectedException(new InputRejection(
                "request.key-reused",
                "This Idempotency-Key was sent before with something else in the request; take a new key."));
    }
}
