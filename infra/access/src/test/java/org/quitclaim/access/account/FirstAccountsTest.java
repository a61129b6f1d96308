package org.quitclaim.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quitclaim.access.Role;
import org.quitclaim.access.SampleAdmission;
import org.quitclaim.access.sample.SampleApplication.Announced;
import org.quitclaim.access.sample.SampleApplication.MovableClock;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.memory.InMemoryVault;

class FirstAccountsTest {
    private static final PublishedLogins LOGINS = new SampleLogins();
    private final Map<AccountId, Set<Role>> roles = new HashMap<>();
    private final Announced announced = new Announced();
    private Vault vault;

    @BeforeEach
    void open() throws VaultException {
        vault = InMemoryVault.create(new MovableClock());
    }

    private Accounts start(boolean published) throws VaultException {
        return start(published, Optional.empty());
    }

    private Accounts start(boolean published, Optional<LoginName> officer) throws VaultException {
        Accounts accounts = new Accounts(vault, new StaffRecords(vault));
        roles.forEach(accounts::admit);
        Admission sample = new SampleAdmission(accounts);
        Optional<PublishedLogins> logins = published ? Optional.of(LOGINS) : Optional.empty();
        new FirstAccounts(accounts, announced, logins, officer).see(new Admission() {
            @Override
            public void admit(LoginName login, Set<Role> given, Password password) throws VaultException {
                sample.admit(login, given, password);
                note();
            }

            @Override
            public void admitPublished(LoginName login, Set<Role> given, String hash) throws VaultException {
                sample.admitPublished(login, given, hash);
                note();
            }

            private void note() {
                accounts.all()
                        .forEach(one -> roles.put(
                                (AccountId) one.actor().id(), one.actor().roles()));
            }

            @Override
            public void remove(AccountId id) throws VaultException {
                sample.remove(id);
                roles.remove(id);
            }
        });
        return accounts;
    }

    @Test
    void theFirstStartAnnouncesAnAdministratorOnce() throws VaultException {
        start(false);
        Accounts accounts = start(false);

        assertThat(announced.passwords()).hasSize(1);
        assertThat(accounts.verify(
                        new LoginName("admin"),
                        new Password(announced.passwords().getFirst())))
                .hasValueSatisfying(standing -> {
                    assertThat(standing.actor().roles()).containsExactly(Role.ADMIN);
                    assertThat(standing.mustChangePassword()).isTrue();
                });
    }

    @Test
    void whoeverRunsTheServerNamesAnOfficerOnceAtAnyStart() throws VaultException {
        start(false);
        start(false, Optional.of(new LoginName("first-officer")));
        Accounts accounts = start(false, Optional.of(new LoginName("first-officer")));

        assertThat(announced.passwords()).hasSize(2);
        assertThat(accounts.verify(
                        new LoginName("first-officer"),
                        new Password(announced.passwords().getLast())))
                .hasValueSatisfying(standing -> {
                    assertThat(standing.actor().roles()).containsExactly(Role.COMPLIANCE_OFFICER);
                    assertThat(standing.mustChangePassword()).isTrue();
                });
    }

    @Test
    void publishedPasswordsWorkOnlyWhereThereArePublishedLogins() throws VaultException {
        Accounts everybodys = start(true);
        for (PublishedLogins.Login login : LOGINS.all()) {
            assertThat(everybodys.verify(new LoginName(login.login()), new Password(login.password())))
                    .hasValueSatisfying(s -> assertThat(s.actor().roles()).containsExactly(login.role()));
        }
        assertThat(start(true).all()).hasSameSizeAs(LOGINS.all());
        assertThat(announced.passwords()).isEmpty();

        Accounts real = start(false);

        for (PublishedLogins.Login login : LOGINS.all()) {
            assertThat(real.verify(new LoginName(login.login()), new Password(login.password())))
                    .isEmpty();
        }
        assertThat(real.all())
                .singleElement()
                .satisfies(s -> assertThat(s.demo()).isFalse());
    }

    @Test
    void aRemovalOfOrphansThatAsksForStaffRecordsLeavesThemAlone() throws VaultException {
        Accounts accounts = start(true);
        Set<RecordId> staff = Set.copyOf(new StaffRecords(vault).listed());

        vault.removeOrphans(staff::contains, StaffRecords::owns, Duration.ZERO);

        assertThat(staff).hasSameSizeAs(LOGINS.all());
        assertThat(accounts.verify(new LoginName("editor"), new Password("demo-editor")))
                .isPresent();
        assertThat(new Accounts(vault, new StaffRecords(vault)).held()).hasSameSizeAs(LOGINS.all());
    }
}
