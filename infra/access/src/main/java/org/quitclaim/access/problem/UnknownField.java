package org.quitclaim.access.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A body has a field that nothing here reads; what the client called it is not repeated. */
record UnknownField(List<String> known) implements EdgeRejection {

    UnknownField {
        known = known.stream().sorted().toList();
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.BAD_REQUEST;
    }

    @Override
    public String code() {
        return "request.unknown-field";
    }

    @Override
    public String advice() {
        return "A field is not known here. Known are:";
    }

    @Override
    public String addendum() {
        return String.join(", ", known);
    }
}
