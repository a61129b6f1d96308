package org.quitclaim.access.route;

import java.util.Set;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.access.Scope;

/** What a request would reach, as far as that decides who may send it. */
public sealed interface Route {

    /** A controller method for anybody. */
    record Open() implements Route {}

    /** A controller method for some roles, and for machines with one of the scopes. */
    record Restricted(Set<Role> roles, Set<Scope> scopes, boolean withOneTimePassword) implements Route {
        public Restricted {
            roles = Set.copyOf(roles);
            scopes = Set.copyOf(scopes);
        }

        boolean allows(Actor actor) {
            return actor.isAnyOf(roles) || actor.scopes().stream().anyMatch(scopes::contains);
        }
    }

    /** A file that makes a page work: style, program, picture, font. */
    record Asset() implements Route {}

    /** The page of the application itself. */
    record Page() implements Route {}

    /** The address exists, but not with this method or content type; the framework says so. */
    record Mismatch() implements Route {}

    /** Nothing is there. */
    record Nowhere() implements Route {}

    /** Something is there that nobody marked: refused for everybody. */
    record Unmarked() implements Route {}
}
