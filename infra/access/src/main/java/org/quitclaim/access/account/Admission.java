package org.quitclaim.access.account;

import java.util.Set;
import org.quitclaim.access.Role;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.vault.VaultException;

/** Makes and removes accounts on nobody's word, at a start. */
public interface Admission {
    /** The password has to be replaced at the first login. */
    void admit(LoginName login, Set<Role> roles, Password password) throws VaultException;

    /** @param hash of a password that everybody may know, as {@link PublishedLogins#hash} makes it */
    void admitPublished(LoginName login, Set<Role> roles, String hash) throws VaultException;

    void remove(AccountId id) throws VaultException;
}
