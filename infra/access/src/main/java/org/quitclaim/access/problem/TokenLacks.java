package org.quitclaim.access.problem;

import java.util.Set;
import java.util.stream.Stream;
import org.quitclaim.access.Role;
import org.quitclaim.domain.access.Scope;
import org.springframework.http.HttpStatus;

/**
 * A service token was not made for what it asks for. What would do is no secret: it is in the description of the interface.
 *
 * @param scopes of which one would do
 * @param roles of which one would do too; at least one
 */
public record TokenLacks(Set<Scope> scopes, Set<Role> roles) implements EdgeRejection {
    public TokenLacks {
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.FORBIDDEN;
    }

    @Override
    public String code() {
        return scopes.isEmpty() ? "access.token-lacks-role" : "access.token-lacks-scope";
    }

    @Override
    public String advice() {
        return scopes.isEmpty()
                ? "This service token has no role that opens this, and no scope does. Two people make a token with one"
                        + " of these roles:"
                : "This service token was not made for this. An administrator makes another one, with one of these"
                        + " scopes or roles:";
    }

    @Override
    public String addendum() {
        return String.join(", ", words().toList());
    }

    private Stream<String> words() {
        return Stream.concat(sorted(scopes), sorted(roles));
    }

    private static Stream<String> sorted(Set<? extends Enum<?>> some) {
        return some.stream().map(Enum::name).sorted();
    }

    /**
     * For the header {@code WWW-Authenticate}.
     *
     * <p><b>Source:</b> RFC 6750, section 3.1.
     */
    public String challenge() {
        String needed = String.join(" ", sorted(scopes).toList());
        return "Bearer error=\"insufficient_scope\"" + (needed.isEmpty() ? "" : ", scope=\"" + needed + "\"");
    }
}
