package org.quitclaim.access.account;

import org.quitclaim.domain.vault.AccountId;

/**
 * What is sealed about one account. What it may do, and who agreed to it, is in its history.
 *
 * @param account its id
 * @param login as normalised by {@link LoginName}
 * @param name what the member of staff is called, as an administrator typed it
 * @param passwordHash a PHC string; empty where nobody can log in
 * @param oneTime whether the password has to be replaced at the first login
 * @param demo whether this is one of the published demonstration accounts
 */
record SealedAccount(String account, String login, String name, String passwordHash, boolean oneTime, boolean demo) {

    AccountId id() {
        return new AccountId(account);
    }

    SealedAccount withPassword(String hash, boolean shownToOthers) {
        return new SealedAccount(account, login, name, hash, shownToOthers, demo);
    }

    @Override
    public String toString() {
        return "SealedAccount[" + account + "]";
    }
}
