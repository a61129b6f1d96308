package org.quitclaim.access.problem;

import jakarta.servlet.ServletException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.FileSizeLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.quitclaim.domain.MalformedId;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.history.HistoryDamaged;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Reads off an exception which refusal it is. */
final class Refusals {
    /** Limits of whole bodies are larger; the container has one exception for both. */
    private static final long LARGEST_PART_HEAD = 64 * 1024;

    private Refusals() {}

    static Rejection of(Throwable thrown) {
        return switch (unwrapped(thrown)) {
            case RejectedException e -> e.rejection();
            case CommandExecutionException e -> ofRemoteHandler(e);
            case MalformedId e -> RequestRejection.UNKNOWN_ID;
            case HistoryDamaged e -> RequestRejection.HISTORY_DAMAGED;
            case AggregateNotFoundException e -> RequestRejection.UNKNOWN_ID;
            case ConcurrencyException e -> RequestRejection.CONFLICT;
            case HttpMessageNotReadableException e -> ofValue(e, RequestRejection.MALFORMED);
            case MethodArgumentTypeMismatchException e ->
                ofValue(e, new NamedParameter(RequestRejection.INVALID_PARAMETER, e.getName()));
            case TypeMismatchException e -> ofValue(e, RequestRejection.INVALID_PARAMETER);
            case MultipartException e -> ofParts(e);
            case InvalidParameterException e -> RequestRejection.MALFORMED_FORM;
            case MissingServletRequestPartException e ->
                new NamedParameter(RequestRejection.MISSING_PARAMETER, e.getRequestPartName());
            case MissingServletRequestParameterException e ->
                new NamedParameter(RequestRejection.MISSING_PARAMETER, e.getParameterName());
            case MissingRequestHeaderException e ->
                new NamedParameter(RequestRejection.MISSING_PARAMETER, e.getHeaderName());
            case ServletRequestBindingException e -> RequestRejection.MISSING_PARAMETER;
            case HttpMediaTypeNotAcceptableException e -> ofFormat(e);
            case AsyncRequestTimeoutException e -> RequestRejection.BUSY;
            case ErrorResponse e -> ofStatus(e.getStatusCode().value());
            default ->
                Shortage.in(causes(thrown))
                        .<Rejection>map(lacking -> lacking)
                        .or(() -> SealedRejection.in(causes(thrown)))
                        .orElse(RequestRejection.SERVER_ERROR);
        };
    }

    /** In what it would be answered, unless what was asked for could not even be read. */
    private static Rejection ofFormat(HttpMediaTypeNotAcceptableException e) {
        String formats = e.getSupportedMediaTypes().stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .distinct()
                .collect(Collectors.joining(", "));
        return formats.isEmpty()
                ? RequestRejection.NO_SUCH_FORMAT
                : new NamedParameter(RequestRejection.NO_SUCH_FORMAT, formats);
    }

    /** The number under which whoever runs the system finds it in the log; empty where nothing has to be found. */
    static String incident(Rejection rejection, Throwable thrown) {
        if (rejection == SealedRejection.DAMAGED) {
            return Incident.report(rejection.code());
        }
        return rejection instanceof EdgeRejection edge && edge.isIncident() ? Incident.report(thrown) : "";
    }

    /** For errors of which only the status is known. */
    static Rejection ofStatus(int status) {
        return switch (HttpStatus.resolve(status)) {
            case UNAUTHORIZED -> AccessRejection.LOGIN_NEEDED;
            case FORBIDDEN -> AccessRejection.NOT_ALLOWED;
            case NOT_FOUND -> RequestRejection.UNKNOWN_PATH;
            case METHOD_NOT_ALLOWED -> RequestRejection.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> RequestRejection.NO_SUCH_FORMAT;
            case CONFLICT -> RequestRejection.CONFLICT;
            case REQUESTED_RANGE_NOT_SATISFIABLE -> RequestRejection.NO_SUCH_RANGE;
            case CONTENT_TOO_LARGE -> RequestRejection.BODY_TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> RequestRejection.MEDIA_TYPE;
            case UNPROCESSABLE_CONTENT -> RequestRejection.UNACCEPTABLE_VALUE;
            case SERVICE_UNAVAILABLE -> RequestRejection.BUSY;
            case NOT_IMPLEMENTED, HTTP_VERSION_NOT_SUPPORTED -> RequestRejection.BAD_REQUEST;
            case null, default ->
                status >= 400 && status < 500 ? RequestRejection.BAD_REQUEST : RequestRejection.SERVER_ERROR;
        };
    }

    /** The container says only by the kind of its exception what was too much. */
    private static Rejection ofParts(MultipartException thrown) {
        return causes(thrown)
                .flatMap(cause -> switch (cause) {
                    case RejectedException e -> Stream.of(e.rejection());
                    case FileCountLimitExceededException e -> Stream.of(RequestRejection.TOO_MANY_PARTS);
                    case FileSizeLimitExceededException e -> Stream.of(RequestRejection.TOO_LARGE);
                    case SizeLimitExceededException e ->
                        Stream.of(
                                e.getPermittedSize() > LARGEST_PART_HEAD
                                        ? RequestRejection.TOO_LARGE
                                        : RequestRejection.PART_HEAD_TOO_LONG);
                    default -> Stream.<Rejection>empty();
                })
                .findFirst()
                .or(() -> Shortage.in(causes(thrown)))
                .orElse(RequestRejection.MALFORMED_PARTS);
    }

    private static Rejection ofRemoteHandler(CommandExecutionException e) {
        return e.getDetails().orElse(null) instanceof Rejection rejection ? rejection : RequestRejection.SERVER_ERROR;
    }

    /** A value could not be made of what was sent: the type that refused it may have said why. */
    private static Rejection ofValue(Throwable thrown, Rejection otherwise) {
        return causes(thrown)
                .flatMap(cause -> switch (cause) {
                    case RejectedException e -> Stream.of(e.rejection());
                    case MalformedId e -> Stream.of(RequestRejection.UNKNOWN_ID);
                    case UnrecognizedPropertyException e -> Stream.of(unknownField(e));
                    case IllegalArgumentException e
                    when otherwise == RequestRejection.MALFORMED -> Stream.of(RequestRejection.UNACCEPTABLE_VALUE);
                    default -> Stream.<Rejection>empty();
                })
                .findFirst()
                .or(() -> causes(thrown)
                        .filter(JacksonException.class::isInstance)
                        .findFirst()
                        .flatMap(json -> MalformedField.in((JacksonException) json)))
                .orElse(otherwise);
    }

    private static Rejection unknownField(UnrecognizedPropertyException e) {
        return new UnknownField(
                e.getKnownPropertyIds().stream().map(String::valueOf).toList());
    }

    private static Throwable unwrapped(Throwable thrown) {
        return causes(thrown).filter(cause -> !isWrapper(cause)).findFirst().orElse(thrown);
    }

    private static boolean isWrapper(Throwable thrown) {
        return switch (thrown) {
            case CompletionException e -> true;
            case ExecutionException e -> true;
            case CommandExecutionException e -> e.getDetails().isEmpty();
            case ServletException e -> thrown.getClass() == ServletException.class;
            default -> false;
        };
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Throwable::getCause)
                .takeWhile(cause -> cause != null)
                .limit(20);
    }
}
