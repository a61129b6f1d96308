package org.quitclaim.access.problem;

import java.time.Duration;
import org.quitclaim.domain.Rejection;
import org.springframework.http.HttpStatus;

/** A refusal that belongs to HTTP and knows its status; those of the domain get theirs from {@link RejectionStatus}. */
public interface EdgeRejection extends Rejection {
    HttpStatus status();

    @Override
    default Kind kind() {
        return switch (status()) {
            case NOT_FOUND, GONE -> Kind.ABSENT;
            case BAD_REQUEST, UNPROCESSABLE_CONTENT -> Kind.UNACCEPTABLE;
            default -> Kind.CONFLICT;
        };
    }

    /** When it makes sense to try again; zero when that is not a matter of time. */
    default Duration retryAfter() {
        return Duration.ZERO;
    }

    /** Words of the interface to add to the advice, such as the fields that are known; never what a client sent. */
    default String addendum() {
        return "";
    }

    /** Whether whoever runs the system has to find the cause in the log, under a number that the answer gives. */
    default boolean isIncident() {
        return false;
    }
}
