package org.quitclaim.access.problem;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Too many logins failed for this account or from this address. */
public record TooManyAttempts(Duration retryAfter) implements EdgeRejection {
    @Override
    public HttpStatus status() {
        return HttpStatus.TOO_MANY_REQUESTS;
    }

    @Override
    public String code() {
        return "access.too-many-attempts";
    }

    @Override
    public String advice() {
        return "Too many attempts failed; wait a few minutes before the next one.";
    }
}
