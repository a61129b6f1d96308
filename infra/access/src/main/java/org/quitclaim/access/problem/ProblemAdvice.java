package org.quitclaim.access.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.Rejection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.util.DisconnectedClientHelper;

/** The one place where exceptions become problem details. */
@RestControllerAdvice
public final class ProblemAdvice {
    private final Problems problems;
    private final ObjectProvider<FailedStore> stores;

    public ProblemAdvice(Problems problems, ObjectProvider<FailedStore> stores) {
        this.problems = problems;
        this.stores = stores;
    }

    /** The filter chain answers these two itself: it knows whether somebody is logged in. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToTheFilterChain(RuntimeException thrown) {
        throw thrown;
    }

    /** The client is gone; nobody reads an answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void clientIsGone() {}

    @ExceptionHandler(Exception.class)
    public @Nullable ResponseEntity<Problem> refused(
            Exception thrown, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted() && DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return null;
        }
        Rejection rejection = why(thrown);
        ResponseEntity<Problem> answer = problems.answer(rejection, Refusals.incident(rejection, thrown), request);
        HttpHeaders headers = new HttpHeaders(answer.getHeaders());
        if (thrown instanceof ErrorResponse framework) {
            framework.getHeaders().forEach(headers::putIfAbsent);
        }
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    /** What the edge cannot explain a module may know. */
    private Rejection why(Exception thrown) {
        Rejection known = Refusals.of(thrown);
        return known != RequestRejection.SERVER_ERROR
                ? known
                : stores.stream()
                        .flatMap(store -> store.in(thrown).stream())
                        .<Rejection>map(failed -> failed)
                        .findFirst()
                        .orElse(known);
    }
}
