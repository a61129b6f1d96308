package org.quitclaim.access.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.quitclaim.access.Public;
import org.quitclaim.domain.Rejection;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what went wrong outside every controller, such as a request the server itself refused. */
@RestController
public final class ProblemErrorController implements ErrorController {
    private final Problems problems;

    public ProblemErrorController(Problems problems) {
        this.problems = problems;
    }

    @Public
    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Problem> error(HttpServletRequest request, HttpServletResponse response) {
        Problems.keepToYourself(response);
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        Rejection rejection =
                "CONNECT".equals(request.getMethod()) ? RequestRejection.METHOD_NOT_ALLOWED : ofError(status, request);
        return problems.answer(rejection, Refusals.incident(rejection, cause(request)), request);
    }

    private static Rejection ofError(int status, HttpServletRequest request) {
        return status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? Refusals.of(cause(request))
                : Refusals.ofStatus(status);
    }

    private static Throwable cause(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                ? thrown
                : new IllegalStateException();
    }
}
