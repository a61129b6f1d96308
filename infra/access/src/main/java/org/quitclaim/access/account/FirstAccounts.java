package org.quitclaim.access.account;

import java.util.Set;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.access.Role;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.vault.VaultException;

/**
 * Sees to it that somebody can log in: the demonstration's accounts in demo mode, else a first administrator.
 *
 * <p><b>Guarantees:</b> outside demo mode accounts with published passwords are removed before anything is served.
 */
public final class FirstAccounts {
    private static final String FIRST_LOGIN = "admin";
    private final Accounts accounts;
    private final FirstAdminAnnouncement announcement;
    private final boolean demo;

    public FirstAccounts(Accounts accounts, FirstAdminAnnouncement announcement, boolean demo) {
        this.accounts = accounts;
        this.announcement = announcement;
        this.demo = demo;
    }

    /** To be called once everybody whom the history knows is admitted. */
    public void see(Admission admission) throws VaultException {
        if (demo) {
            addDemoAccounts(admission);
        } else {
            removeDemoAccounts(admission);
            addFirstAdmin(admission);
        }
    }

    private void addDemoAccounts(Admission admission) throws VaultException {
        if (accounts.all().stream().anyMatch(Standing::demo)) {
            return;
        }
        for (DemoLogin login : DemoLogin.ALL) {
            admission.admit(new LoginName(login.login()), login.roles(), new Password(login.password()), true);
        }
    }

    private void removeDemoAccounts(Admission admission) throws VaultException {
        for (Standing standing : accounts.all()) {
            if (standing.demo() && standing.actor().id() instanceof AccountId id) {
                admission.remove(id);
            }
        }
    }

    /** Announced first: after a crash in between the next start announces another; the reverse would lock everybody out. */
    private void addFirstAdmin(Admission admission) throws VaultException {
        if (accounts.all().stream().anyMatch(s -> s.actor().is(Role.ADMIN))) {
            return;
        }
        Password password = Password.random();
        announcement.announce(FIRST_LOGIN, password.value());
        admission.admit(new LoginName(FIRST_LOGIN), Set.of(Role.ADMIN), password, false);
    }
}
