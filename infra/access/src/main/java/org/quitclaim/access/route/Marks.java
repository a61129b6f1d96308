package org.quitclaim.access.route;

import java.lang.reflect.Method;
import java.util.Set;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Public;
import org.quitclaim.access.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Reads from a controller method who may call it. */
public final class Marks {
    private Marks() {}

    /** A method with no mark, with both, with an empty list of roles or with SERVICE is {@link Route.Unmarked}. */
    public static Route of(Method method) {
        AllowedFor allowed = AnnotatedElementUtils.findMergedAnnotation(method, AllowedFor.class);
        boolean open = AnnotatedElementUtils.hasAnnotation(method, Public.class);
        if (allowed == null) {
            return open ? new Route.Open() : new Route.Unmarked();
        }
        Set<Role> roles = Set.of(allowed.value());
        return open || roles.isEmpty() || roles.contains(Role.SERVICE)
                ? new Route.Unmarked()
                : new Route.Restricted(roles, Set.of(allowed.scopes()), allowed.withOneTimePassword());
    }
}
