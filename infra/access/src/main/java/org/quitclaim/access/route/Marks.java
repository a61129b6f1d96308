package org.quitclaim.access.route;

import java.lang.reflect.Method;
import java.util.Set;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Public;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Reads from a controller method who may call it. */
public final class Marks {
    private Marks() {}

    /** A method with no mark, with both, or with an empty list of roles is {@link Route.Unmarked}. */
    public static Route of(Method method) {
        AllowedFor allowed = AnnotatedElementUtils.findMergedAnnotation(method, AllowedFor.class);
        boolean open = AnnotatedElementUtils.hasAnnotation(method, Public.class);
        if (allowed == null) {
            return open ? new Route.Open() : new Route.Unmarked();
        }
        return open || allowed.value().length == 0
                ? new Route.Unmarked()
                : new Route.Restricted(Set.of(allowed.value()), allowed.withOneTimePassword());
    }
}
