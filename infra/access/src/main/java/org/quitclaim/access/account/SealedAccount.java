package org.quitclaim.access.account;

import java.util.Set;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.vault.AccountId;

/**
 * What is sealed about one account. Stored as JSON for ever: never rename a component.
 *
 * @param account its id
 * @param login as normalised by {@link LoginName}
 * @param passwordHash a PHC string
 * @param oneTime whether the password has to be replaced at the first login
 * @param demo whether this is one of the published demonstration accounts
 */
record SealedAccount(
        String account, String login, String passwordHash, Set<Role> roles, boolean oneTime, boolean demo) {

    Actor actor() {
        return new Actor(id(), roles);
    }

    AccountId id() {
        return new AccountId(account);
    }

    SealedAccount withPassword(String hash) {
        return new SealedAccount(account, login, hash, roles, false, demo);
    }

    @Override
    public String toString() {
        return "SealedAccount[" + account + "]";
    }
}
