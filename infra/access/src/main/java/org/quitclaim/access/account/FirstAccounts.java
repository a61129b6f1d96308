package org.quitclaim.access.account;

import java.util.Set;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.access.Role;
import org.quitclaim.vault.VaultException;
import org.springframework.beans.factory.InitializingBean;

/**
 * Sees to it that somebody can log in: the demonstration's accounts in demo mode, else a first administrator.
 *
 * <p><b>Guarantees:</b> outside demo mode accounts with published passwords are removed before anything is served.
 */
public final class FirstAccounts implements InitializingBean {
    private static final String FIRST_LOGIN = "admin";
    private final Accounts accounts;
    private final FirstAdminAnnouncement announcement;
    private final boolean demo;

    public FirstAccounts(Accounts accounts, FirstAdminAnnouncement announcement, boolean demo) {
        this.accounts = accounts;
        this.announcement = announcement;
        this.demo = demo;
    }

    @Override
    public void afterPropertiesSet() throws VaultException {
        if (demo) {
            addDemoAccounts();
        } else {
            removeDemoAccounts();
            addFirstAdmin();
        }
    }

    private void addDemoAccounts() throws VaultException {
        if (accounts.all().stream().anyMatch(Standing::demo)) {
            return;
        }
        for (DemoLogin login : DemoLogin.ALL) {
            accounts.add(new LoginName(login.login()), login.roles(), new Password(login.password()), false, true);
        }
    }

    private void removeDemoAccounts() throws VaultException {
        for (Standing standing : accounts.all()) {
            if (standing.demo()) {
                accounts.remove(standing.actor().id());
            }
        }
    }

    /** Announced first: after a crash in between the next start announces another; the reverse would lock everybody out. */
    private void addFirstAdmin() throws VaultException {
        if (accounts.all().stream().anyMatch(s -> s.actor().is(Role.ADMIN))) {
            return;
        }
        Password password = Password.random();
        announcement.announce(FIRST_LOGIN, password.value());
        accounts.add(new LoginName(FIRST_LOGIN), Set.of(Role.ADMIN), password);
    }
}
