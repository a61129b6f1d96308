package org.quitclaim.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.quitclaim.access.problem.Problems;
import org.quitclaim.access.problem.RequestRejection;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Says what the firewall refused: the method, the address or a header. It knows, but tells only in words of its own. */
final class RefusedRequest implements RequestRejectedHandler {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Problems problems;

    RefusedRequest(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refused)
            throws IOException {
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST, PUT, DELETE");
            problems.write(RequestRejection.METHOD_NOT_ALLOWED, request, response);
            return;
        }
        String text = String.valueOf(refused.getMessage());
        boolean header = text.contains("header") || text.contains("domain");
        problems.write(header ? RequestRejection.HEADER_REFUSED : RequestRejection.ADDRESS_REFUSED, request, response);
    }
}
