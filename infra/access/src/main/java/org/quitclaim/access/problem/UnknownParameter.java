package org.quitclaim.access.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The address asks for something that this route does not know; what the client wrote is not repeated, since it may be
 * about a person.
 *
 * @param place which parameter of the address, counted from 1
 * @param known the names that this route knows
 */
public record UnknownParameter(int place, List<String> known) implements EdgeRejection {

    public UnknownParameter {
        known = known.stream().sorted().toList();
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.BAD_REQUEST;
    }

    @Override
    public String code() {
        return "request.unknown-parameter";
    }

    @Override
    public String advice() {
        return "A parameter after the question mark is not known here; nothing was done. Its place, and the names that"
                + " are known:";
    }

    @Override
    public String addendum() {
        return place + "; " + (known.isEmpty() ? "-" : String.join(", ", known));
    }
}
