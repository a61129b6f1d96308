package org.quitclaim.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.quitclaim.access.ActorAuthentication;
import org.quitclaim.access.account.KnownAccount;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Begins sessions.
 *
 * <p><b>Guarantees:</b> the session gets a new id and a new forgery token, so that one planted before is worth nothing.
 */
public final class Sessions {
    private final SecurityContextRepository contexts;
    private final SessionAuthenticationStrategy renewal;

    public Sessions(SecurityContextRepository contexts, SessionAuthenticationStrategy renewal) {
        this.contexts = contexts;
        this.renewal = renewal;
    }

    public void begin(KnownAccount standing, HttpServletRequest request, HttpServletResponse response) {
        ActorAuthentication known =
                new ActorAuthentication(standing.actor(), standing.record(), standing.mustChangePassword());
        renewal.onAuthentication(known, request, response);
        SecurityContext context = new SecurityContextImpl(known);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
