package org.quitclaim.access.account;

import java.util.Optional;
import java.util.Set;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.access.Role;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.vault.VaultException;

/**
 * Sees to it that somebody can log in: with the published logins where there are some, else a first administrator; and an
 * officer on nobody's word, if whoever runs the server names one.
 *
 * <p><b>Guarantees:</b> without published logins, accounts with published passwords are removed before anything is served.
 */
public final class FirstAccounts {
    private static final String FIRST_LOGIN = "admin";
    private final Accounts accounts;
    private final FirstAdminAnnouncement announcement;
    private final Optional<PublishedLogins> published;
    private final Optional<LoginName> officer;

    /** @param officer an officer to be made on nobody's word, where whoever runs the server says so */
    public FirstAccounts(
            Accounts accounts,
            FirstAdminAnnouncement announcement,
            Optional<PublishedLogins> published,
            Optional<LoginName> officer) {
        this.accounts = accounts;
        this.announcement = announcement;
        this.published = published;
        this.officer = officer;
    }

    /** To be called once everybody whom the history knows is admitted. */
    public void see(Admission admission) throws VaultException {
        if (published.isPresent()) {
            addPublished(published.get(), admission);
        } else {
            removePublished(admission);
            addFirstAdmin(admission);
        }
        addOfficer(admission);
    }

    private void addPublished(PublishedLogins logins, Admission admission) throws VaultException {
        if (accounts.all().stream().anyMatch(KnownAccount::demo)) {
            return;
        }
        for (PublishedLogins.Login one : logins.all()) {
            admission.admitPublished(new LoginName(one.login()), Set.of(one.role()), logins.hash(one.password()));
        }
    }

    private void removePublished(Admission admission) throws VaultException {
        for (KnownAccount standing : accounts.all()) {
            if (standing.demo() && standing.actor().id() instanceof AccountId id) {
                admission.remove(id);
            }
        }
    }

    /**
     * Also after a restore, where no administrator of before can log in: whoever runs the server lets one in. Announced
     * first: after a crash in between the next start announces another; the reverse would lock
     * everybody out.
     */
    private void addFirstAdmin(Admission admission) throws VaultException {
        if (accounts.all().stream().anyMatch(s -> s.actor().is(Role.ADMIN))) {
            return;
        }
        announced(admission, freeLogin(), Role.ADMIN);
    }

    private LoginName freeLogin() throws VaultException {
        LoginName login = new LoginName(FIRST_LOGIN);
        for (int number = 2; accounts.taken(login); number++) {
            login = new LoginName(FIRST_LOGIN + '-' + number);
        }
        return login;
    }

    /** Else an organisation whose accounts all stand on its administrator's word would never have two people. */
    private void addOfficer(Admission admission) throws VaultException {
        if (officer.isPresent() && !accounts.taken(officer.get())) {
            announced(admission, officer.get(), Role.COMPLIANCE_OFFICER);
        }
    }

    private void announced(Admission admission, LoginName login, Role role) throws VaultException {
        Password password = Password.random();
        announcement.announce(login.value(), password.value());
        admission.admit(login, Set.of(role), password);
    }
}
