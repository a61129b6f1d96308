package org.quitclaim.command.publication;

import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.RequestRejection;
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
        return new RejectedException(RequestRejection.KEY_REUSED);
    }
}
