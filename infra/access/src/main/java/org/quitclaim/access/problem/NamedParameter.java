package org.quitclaim.access.problem;

import org.springframework.http.HttpStatus;

/**
 * A refusal of a parameter, header or part, with its name.
 *
 * @param name as the route calls it, never what a client sent
 */
record NamedParameter(RequestRejection why, String name) implements EdgeRejection {
    @Override
    public HttpStatus status() {
        return why.status();
    }

    @Override
    public String code() {
        return why.code();
    }

    @Override
    public String advice() {
        return why.advice();
    }

    @Override
    public String addendum() {
        return "(" + name + ")";
    }
}
