package org.quitclaim.access;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import org.quitclaim.domain.vault.AccountId;
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

    /** The collections that this account photographs for, and nothing else. */
    record OwnCollections(AccountId photographer) implements Reach {}

    /** On a route with the mark of this method. */
    static Reach of(Actor actor, Method route) {
        AllowedFor mark = AnnotatedElementUtils.findMergedAnnotation(route, AllowedFor.class);
        Set<Role> unbounded = EnumSet.noneOf(Role.class);
        if (mark != null) {
            unbounded.addAll(Set.of(mark.value()));
        }
        unbounded.remove(Role.PHOTOGRAPHER);
        unbounded.remove(Role.SERVICE);
        return actor.isAnyOf(unbounded) ? new Everything() : new OwnCollections(actor.id());
    }
}
