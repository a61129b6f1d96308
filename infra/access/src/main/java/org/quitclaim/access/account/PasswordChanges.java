package org.quitclaim.access.account;

import org.quitclaim.access.Actor;
import org.quitclaim.domain.vault.AccountId;

/** Writes down that somebody chose another password, so that no copy of the former one opens anything. */
@FunctionalInterface
public interface PasswordChanges {
    void changed(AccountId id, Actor by);
}
