package org.quitclaim.access.token;

import java.util.Set;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.vault.AccountId;

/**
 * What is sealed about one service token. Stored as JSON for ever: never rename a component.
 *
 * @param token its id, which is the account id of the service too
 * @param digest of the token under the installation's key, in Base64
 */
record SealedToken(String token, String digest, Set<Role> roles) {

    Actor actor() {
        return new Actor(new AccountId(token), roles);
    }

    @Override
    public String toString() {
        return "SealedToken[" + token + "]";
    }
}
