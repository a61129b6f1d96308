package org.quitclaim.access.problem;

import org.quitclaim.domain.Rejection;
import org.springframework.http.HttpStatus;

/** Which HTTP status a refusal has: that of the edge its own, any other by its kind. */
final class RejectionStatus {
    private RejectionStatus() {}

    static HttpStatus of(Rejection rejection) {
        if (rejection instanceof EdgeRejection edge) {
            return edge.status();
        }
        return switch (rejection.kind()) {
            case ABSENT -> HttpStatus.NOT_FOUND;
            case UNACCEPTABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }
}
