package org.quitclaim.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.quitclaim.access.route.Route;
import org.quitclaim.access.route.Routes;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which requests need the token against cross-site request forgery: those that change something and that a browser would
 * send with a session of its own accord, and the login form (so that nobody is logged in as somebody else).
 *
 * <p>A login by JSON needs none: no page of another site can send that content type without being asked for it first,
 * and no other origin is ever allowed.
 */
final class ForgeryCheck implements RequestMatcher {
    private static final Set<String> READING = Set.of("GET", "HEAD", "TRACE", "OPTIONS");
    private static final String LOGIN = "/login";
    private final Routes routes;

    ForgeryCheck(Routes routes) {
        this.routes = routes;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return false;
        }
        if (request.getServletPath().equals(LOGIN)) {
            return !isJson(request);
        }
        return request.getRequestedSessionId() != null && !(routes.of(request) instanceof Route.Open);
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }
}
