package org.quitclaim.access;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.vault.ActorId;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * How far whoever sends a request sees on this route. A controller method declares a parameter of this type.
 *
 * <p><b>Guarantees:</b> everything only by a role that the route names beside {@link Role#PHOTOGRAPHER}; any doubt reaches
 * no further than the collections in which the account is a photographer.
 */
public sealed interface Reach {
    /** Every collection. */
    record Everything() implements Reach {}

    /** The collections that this account photographs for; a machine none, and nothing else. */
    record OwnCollections(ActorId photographer) implements Reach {}

    /** On a route with the mark of this method. */
    static Reach of(Actor actor, Method route) {
        AllowedFor mark = AnnotatedElementUtils.findMergedAnnotation(route, AllowedFor.class);
        Set<Role> unbounded = EnumSet.noneOf(Role.class);
        if (mark != null) {
            unbounded.addAll(Set.of(mark.value()));
        }
        unbounded.remove(Role.PHOTOGRAPHER);
        unbounded.remove(Role.SERVICE);
        return actor.isAnyOf(unbounded) || byScope(actor, mark) ? new Everything() : new OwnCollections(actor.id());
    }

    /** A machine that was trusted with what the route does. */
    private static boolean byScope(Actor actor, @Nullable AllowedFor mark) {
        return mark != null && Stream.of(mark.scopes()).anyMatch(actor.scopes()::contains);
    }
}
