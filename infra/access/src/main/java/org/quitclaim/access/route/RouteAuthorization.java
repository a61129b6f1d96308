package org.quitclaim.access.route;

import java.util.function.Supplier;
import org.quitclaim.access.ActorAuthentication;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Deny by default: lets a request through only if the mark on what it would reach says so.
 *
 * <p><b>Source:</b> requirement R70.
 */
public final class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {
    private final Routes routes;

    public RouteAuthorization(Routes routes) {
        this.routes = routes;
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                switch (routes.of(context.getRequest())) {
                    case Route.Open() -> true;
                    case Route.Asset() -> true;
                    case Route.Restricted restricted ->
                        who.get() instanceof ActorAuthentication known && allows(restricted, known);
                    case Route.Page() -> who.get() instanceof ActorAuthentication known && !known.mustChangePassword();
                    case Route.Mismatch() -> who.get() instanceof ActorAuthentication;
                    case Route.Nowhere() -> who.get() instanceof ActorAuthentication;
                    case Route.Unmarked() -> false;
                });
    }

    private static boolean allows(Route.Restricted route, ActorAuthentication known) {
        return route.allows(known.actor()) && (route.withOneTimePassword() || !known.mustChangePassword());
    }
}
