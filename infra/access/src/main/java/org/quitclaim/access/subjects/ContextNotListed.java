package org.quitclaim.access.subjects;

import java.util.stream.Collectors;
import org.quitclaim.access.problem.EdgeRejection;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.UseContext;
import org.springframework.http.HttpStatus;

/**
 * Something named a context that is not on the list; changes nothing. What it named is not repeated: it may be anything.
 *
 * @param addendum the codes there are
 */
record ContextNotListed(String addendum) implements EdgeRejection {
    static ContextNotListed of(Subjects subjects) {
        return new ContextNotListed(
                subjects.listed().stream().map(UseContext::code).collect(Collectors.joining(", ")));
    }

    @Override
    public String code() {
        return "context.not-listed";
    }

    @Override
    public String advice() {
        return "This context is not on this installation's list. An administrator or officer adds one with POST"
                + " /api/contexts. On the list are:";
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
