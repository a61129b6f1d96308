package org.quitclaim.access.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A part of an upload that this route does not know; what the client wrote is not repeated, since it may be about a person.
 *
 * @param known the names of parts that this route reads
 */
public record UnknownPart(List<String> known) implements EdgeRejection {
    public UnknownPart {
        known = known.stream().sorted().toList();
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.BAD_REQUEST;
    }

    @Override
    public String code() {
        return "request.unknown-part";
    }

    @Override
    public String advice() {
        return "A part of this upload is not known here; nothing was done. The names that are known:";
    }

    @Override
    public String addendum() {
        return String.join(", ", known);
    }
}
