package org.quitclaim.access.problem;

import java.time.Instant;
import org.springframework.http.HttpStatus;

/**
 * To whoever holds the secret of a token that a second person did not agree to yet.
 *
 * @param until when the request for it lapses
 */
public record TokenWaits(Instant until) implements EdgeRejection {
    @Override
    public HttpStatus status() {
        return HttpStatus.UNAUTHORIZED;
    }

    @Override
    public String code() {
        return "access.token-waits";
    }

    @Override
    public String advice() {
        return "This service token opens nothing before a second person agrees to it: an officer, or an administrator,"
                + " who did not ask for it, at /accounts.html. The request lapses at:";
    }

    @Override
    public String addendum() {
        return until.toString();
    }
}
