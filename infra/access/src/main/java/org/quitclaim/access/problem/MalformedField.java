package org.quitclaim.access.problem;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.quitclaim.domain.Rejection;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;

/** A field of a body is missing or cannot be read; it is named if the name is a word of the interface. */
record MalformedField(String field) implements EdgeRejection {

    /** Only names of record components are repeated: anything else may be what the client made up. */
    static Optional<Rejection> in(JacksonException thrown) {
        return thrown.getPath().reversed().stream()
                .filter(step -> step.getPropertyName() != null)
                .findFirst()
                .flatMap(MalformedField::component)
                .map(MalformedField::new);
    }

    private static Optional<String> component(JacksonException.Reference last) {
        return Optional.ofNullable(last.from() instanceof Class<?> type ? type.getRecordComponents() : null).stream()
                .flatMap(Arrays::stream)
                .map(RecordComponent::getName)
                .filter(name -> name.equals(last.getPropertyName()))
                .findFirst();
    }

    @Override
    public HttpStatus status() {
        return RequestRejection.MALFORMED.status();
    }

    @Override
    public String code() {
        return RequestRejection.MALFORMED.code();
    }

    @Override
    public String advice() {
        return RequestRejection.MALFORMED.advice();
    }

    @Override
    public String addendum() {
        return "(" + field + ")";
    }
}
