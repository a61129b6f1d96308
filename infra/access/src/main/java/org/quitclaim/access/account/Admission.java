package org.quitclaim.access.account;

import java.util.Set;
import org.quitclaim.access.Role;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.vault.VaultException;

/** Makes and removes accounts on nobody's word, at a start. */
public interface Admission {
    /** @param demo whether the password is a published one; any other has to be replaced at the first login */
    void admit(LoginName login, Set<Role> roles, Password password, boolean demo) throws VaultException;

    void remove(AccountId id) throws VaultException;
}
