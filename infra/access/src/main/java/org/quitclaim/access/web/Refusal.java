package org.quitclaim.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quitclaim.access.ActorAuthentication;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.Problems;
import org.quitclaim.access.problem.TokenLacks;
import org.quitclaim.access.route.Route;
import org.quitclaim.access.route.Routes;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.vault.TokenId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Says no for the filter chain: problem details to programs, the login page to people. */
final class Refusal implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String LOGIN = "/login";
    private final Problems problems;
    private final Routes routes;

    Refusal(Problems problems, Routes routes) {
        this.problems = problems;
        this.routes = routes;
    }

    /** Nobody is logged in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
            throws IOException {
        if (isSomebodyLooking(request)) {
            redirect(response, request.getContextPath() + LOGIN);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(AccessRejection.LOGIN_NEEDED, request, response);
    }

    /** Somebody is, but may not. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException thrown)
            throws IOException {
        boolean mustChange = SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication known
                && known.mustChangePassword();
        if (thrown instanceof CsrfException) {
            problems.write(AccessRejection.FORGERY_CHECK, request, response);
        } else if (mustChange && isSomebodyLooking(request)) {
            redirect(response, request.getContextPath() + LOGIN + "?outcome=change");
        } else {
            problems.write(
                    mustChange ? AccessRejection.PASSWORD_CHANGE_NEEDED : lack(request, response), request, response);
        }
    }

    /** A machine has nobody to ask, so it is told what its token lacks. */
    private Rejection lack(HttpServletRequest request, HttpServletResponse response) {
        boolean machine = SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication known
                && known.actor().id() instanceof TokenId;
        if (!machine) {
            return AccessRejection.NOT_ALLOWED;
        }
        if (!(routes.of(request) instanceof Route.Restricted route)) {
            return AccessRejection.CLOSED_TO_TOKENS;
        }
        TokenLacks lack = new TokenLacks(route.scopes(), route.roles());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, lack.challenge());
        return lack;
    }

    private static boolean isSomebodyLooking(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET") && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** To a path: for a client of HTTP/1.0 the container would put the host before it that the request names. */
    private static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", path);
    }
}
