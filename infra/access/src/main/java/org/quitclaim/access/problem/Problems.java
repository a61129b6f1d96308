package org.quitclaim.access.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.quitclaim.domain.Rejection;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns refusals into answers, for controllers and for filters alike.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Problems {
    static final String TYPE = "urn:quitclaim:problem:";
    private final ProblemTexts texts = new ProblemTexts();
    private final JsonMapper json;

    public Problems(JsonMapper json) {
        this.json = json;
    }

    public ResponseEntity<Problem> answer(Rejection rejection, HttpServletRequest request) {
        return answer(rejection, "", request);
    }

    ResponseEntity<Problem> answer(Rejection rejection, String incident, HttpServletRequest request) {
        Problem problem = problem(rejection, incident, request);
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration wait = retryAfter(rejection);
        if (wait.isPositive()) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        }
        return answer.body(problem);
    }

    /** Answers from within a filter, where no message converter works. */
    public void write(Rejection rejection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = problem(rejection, "", request);
        keepToYourself(response);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /** Answers what the container refused, of which only the status is known. */
    public void write(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(Refusals.ofStatus(status), request, response);
    }

    /**
     * What goes before the filters that say so of all other answers: the address may be somebody's link, so nobody keeps it, and
     * nobody is told where somebody came from.
     */
    static void keepToYourself(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private Problem problem(Rejection rejection, String incident, HttpServletRequest request) {
        HttpStatus status = RejectionStatus.of(rejection);
        Language language = Language.of(request);
        return new Problem(
                TYPE + rejection.code(),
                texts.title(status, language),
                status.value(),
                texts.detail(rejection, language),
                rejection.code(),
                incident);
    }

    private static Duration retryAfter(Rejection rejection) {
        return rejection instanceof EdgeRejection edge ? edge.retryAfter() : Duration.ZERO;
    }
}
