package org.quitclaim.access.problem;

import org.springframework.http.HttpStatus;

/**
 * A part of an upload comes twice that can only come once: of two files one would be lost without a word.
 *
 * @param name as the route calls it
 */
public record RepeatedPart(String name) implements EdgeRejection {
    @Override
    public HttpStatus status() {
        return HttpStatus.BAD_REQUEST;
    }

    @Override
    public String code() {
        return "request.repeated-part";
    }

    @Override
    public String advice() {
        return "A part of this upload comes more than once and is read once here; send one file at a time. Its name:";
    }

    @Override
    public String addendum() {
        return name;
    }
}
