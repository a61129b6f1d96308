package org.quitclaim.access.problem;

import org.springframework.http.HttpStatus;

/**
 * The address gives a parameter twice that can only have one value.
 *
 * @param name as the route calls it
 */
public record RepeatedParameter(String name) implements EdgeRejection {
    @Override
    public HttpStatus status() {
        return HttpStatus.BAD_REQUEST;
    }

    @Override
    public String code() {
        return "request.repeated-parameter";
    }

    @Override
    public String advice() {
        return "A parameter after the question mark is given more than once and has one value here:";
    }

    @Override
    public String addendum() {
        return name;
    }
}
