package org.quitclaim.access.token;

import java.util.Set;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.vault.TokenId;

/**
 * What is sealed about one service token. Stored as JSON for ever: never rename a component.
 *
 * @param token its id
 * @param digest of the token under the installation's key, in Base64
 */
record SealedToken(String token, String digest, Set<Role> roles, Set<Scope> scopes) {

    Actor actor() {
        return new Actor(new TokenId(token), roles, scopes);
    }

    @Override
    public String toString() {
        return "SealedToken[" + token + "]";
    }
}
