package org.quitclaim.command.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.Admission;
import org.quitclaim.access.account.LoginName;
import org.quitclaim.access.account.OneTimePassword;
import org.quitclaim.access.account.Password;
import org.quitclaim.access.account.PasswordChanges;
import org.quitclaim.access.account.RoleRules;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Recorded;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.Leftovers;
import org.quitclaim.domain.access.AccountChange;
import org.quitclaim.domain.access.AccountCommand.AgreeToAccount;
import org.quitclaim.domain.access.AccountCommand.AskAccount;
import org.quitclaim.domain.access.AccountCommand.AskPassword;
import org.quitclaim.domain.access.AccountCommand.AskRoles;
import org.quitclaim.domain.access.AccountCommand.EndAccount;
import org.quitclaim.domain.access.AccountCommand.EndPassword;
import org.quitclaim.domain.access.AccountCommand.ForgetAccount;
import org.quitclaim.domain.access.AccountCommand.FoundAccount;
import org.quitclaim.domain.access.AccountCommand.NotePassword;
import org.quitclaim.domain.access.AccountEvent.AccountAsked;
import org.quitclaim.domain.access.AccountEvent.AccountGranted;
import org.quitclaim.domain.access.AccountState;
import org.quitclaim.domain.access.StaffRejection;
import org.quitclaim.domain.access.StaffRole;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.governance.GovernanceCommand.NoteTwoOfficers;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Carries out orders about accounts: records the decision, and then tells the door.
 *
 * <p><b>Guarantees:</b> a record is sealed before the event that makes it count, so that a crash in between leaves a record
 * that opens nothing and is removed at the next start.
 *
 * <p><b>Thread-safety:</b> safe; orders exclude each other, so that two at once are not both the last that one may give.
 */
final class AccountDesk implements Admission, PasswordChanges {
    private final Accounts accounts;
    private final Agreement agreement;
    private final Commands commands;
    private final Streams streams;
    private final Vault vault;
    private final Leftovers leftovers;
    private final Installation installation;

    AccountDesk(
            Accounts accounts,
            Agreement agreement,
            Commands commands,
            Streams streams,
            Vault vault,
            Leftovers leftovers,
            Installation installation) {
        this.accounts = accounts;
        this.agreement = agreement;
        this.commands = commands;
        this.streams = streams;
        this.vault = vault;
        this.leftovers = leftovers;
        this.installation = installation;
    }

    /**
     * What came of an order.
     *
     * @param until when it lapses unless somebody agrees; null when it is so already
     * @param secret what this person hands over: the whole one-time password, or a half of it; null where there is none
     */
    record Outcome(Optional<Instant> until, Optional<Password> secret) {}

    /** Empty if this account was asked for before. */
    synchronized Optional<Outcome> ask(AccountId id, LoginName login, String name, Set<Role> roles, Actor actor)
            throws VaultException {
        RoleRules.requireForPerson(roles);
        Voucher by = agreement.voucher(actor);
        if (!(streams.account(id) instanceof AccountState.Unknown)) {
            return Optional.empty();
        }
        boolean alone = alone(by);
        accounts.seal(id, login, name);
        try {
            Recorded recorded = commands.send(new AskAccount(id, Role.given(roles), by, alone), Origins.of(actor));
            return Optional.of(counted(outcome(recorded), actor));
        } catch (RuntimeException e) {
            accounts.forget(id);
            throw e;
        }
    }

    synchronized Outcome askRoles(AccountId id, Set<Role> roles, Actor actor) throws VaultException {
        RoleRules.requireForPerson(roles);
        if (!roles.contains(Role.ADMIN)) {
            requireAnotherAdmin(id);
        }
        Voucher by = agreement.voucher(actor);
        return counted(
                outcome(commands.send(new AskRoles(id, Role.given(roles), by, alone(by)), Origins.of(actor))), actor);
    }

    synchronized Outcome askPassword(AccountId id, Actor actor) throws VaultException {
        Voucher by = agreement.voucher(actor);
        return counted(outcome(commands.send(new AskPassword(id, by, alone(by)), Origins.of(actor))), actor);
    }

    private boolean alone(Voucher by) {
        boolean alone = agreement.alone(by);
        if (!alone) {
            agreement.requireSomebodyWhoCanAgree(by);
        }
        return alone;
    }

    /** Without its sealed record nobody could log in with it, list it or end it: nothing is recorded then. */
    synchronized Outcome agree(AccountId id, Actor actor) throws VaultException {
        if (!accounts.held().contains(id)) {
            throw new RejectedException(StaffRejection.UNKNOWN_ACCOUNT);
        }
        Voucher by = agreement.voucher(actor);
        AccountState before = streams.account(id);
        requireAnotherAdminBeside(id, before);
        boolean askerStands = pending(before)
                .map(request -> agreement.stands(request.by().account()))
                .orElse(true);
        Recorded recorded = commands.send(new AgreeToAccount(id, by, askerStands), Origins.of(actor));
        AccountGranted granted = recorded.first(AccountGranted.class);
        if (granted.change() == AccountChange.ROLES) {
            settle(id);
            return counted(new Outcome(Optional.empty(), Optional.empty()), actor);
        }
        OneTimePassword password =
                OneTimePassword.of(vault.secrets(), asked(id, request(before).until()));
        accounts.setOneTimePassword(id, password.whole());
        admit(granted);
        return counted(new Outcome(Optional.empty(), Optional.of(password.second())), actor);
    }

    /** Whoever else ran the system when this was asked may not do so any more. */
    private void requireAnotherAdminBeside(AccountId id, AccountState before) {
        if (pending(before)
                .filter(request -> request.change() == AccountChange.ROLES
                        && !request.roles().contains(StaffRole.ADMIN))
                .isPresent()) {
            requireAnotherAdmin(id);
        }
    }

    private Outcome counted(Outcome outcome, Actor actor) {
        countOfficers(Origins.of(actor));
        return outcome;
    }

    /** That there are two is noted before anybody's account can end: after it the administrator acts alone no more. */
    synchronized void countOfficers(Origin origin) {
        if (agreement.twoOfficers()) {
            commands.offer(new NoteTwoOfficers(installation.id()), origin);
        }
    }

    /** What whoever asks can expect. */
    Rule rule(Actor actor) {
        Voucher by = agreement.voucher(actor);
        boolean alone = agreement.alone(by);
        return new Rule(alone, alone || agreement.somebodyCanAgree(by));
    }

    /**
     * @param alone whether whoever asks needs nobody else
     * @param possible whether what is asked could ever be so: alone, or since somebody is there who can agree
     */
    record Rule(boolean alone, boolean possible) {}

    /** One person is enough to shut somebody out. */
    synchronized void end(AccountId id, Actor actor) throws VaultException {
        if (streams.account(id) instanceof AccountState.Active) {
            requireAnotherAdmin(id);
        }
        commands.send(new EndAccount(id), Origins.of(actor));
        settle(id);
    }

    /**
     * After a restore that lacks nos: what was granted until then may have ended since. The account opens again with a new
     * one-time password, and nobody agrees to what was asked before. Published passwords of a demonstration are no secret.
     */
    synchronized void doubt(AccountId id, Instant noted, Origin origin) {
        switch (streams.account(id)) {
            case AccountState.Active active -> {
                if (!active.opened().isAfter(noted) && !accounts.isDemo(id)) {
                    commands.offer(new EndPassword(id), origin);
                }
            }
            case AccountState.Asked asked -> {
                if (!asked.request().asked().isAfter(noted)) {
                    commands.offer(new EndAccount(id), origin);
                }
            }
            case AccountState.Unknown unknown -> {}
            case AccountState.Ended ended -> {}
            case AccountState.Forgotten gone -> {}
        }
    }

    @Override
    public void changed(AccountId id, Actor by) {
        commands.send(new NotePassword(id), Origins.of(by));
    }

    /** Brings the door in line with the history: after an order, and for every record at a start. */
    synchronized void settle(AccountId id) throws VaultException {
        switch (streams.account(id)) {
            case AccountState.Active active -> {
                if (active.passwordOver()) {
                    accounts.doubt(id);
                } else {
                    accounts.admit(id, Role.of(active.roles()));
                }
            }
            case AccountState.Asked asked -> {}
            case AccountState.Ended ended -> accounts.close(id);
            case AccountState.Unknown unknown -> {
                if (leftovers.mayBeDestroyed()) {
                    accounts.forget(id);
                }
            }
            case AccountState.Forgotten gone -> accounts.forget(id);
        }
    }

    @Override
    public synchronized void admit(LoginName login, Set<Role> roles, Password password) throws VaultException {
        AccountId id = IdMint.mint(AccountId.PREFIX, AccountId::new);
        accounts.seal(id, login, login.value(), password, true);
        found(id, roles);
    }

    @Override
    public synchronized void admitPublished(LoginName login, Set<Role> roles, String hash) throws VaultException {
        AccountId id = IdMint.mint(AccountId.PREFIX, AccountId::new);
        accounts.sealPublished(id, login, login.value(), hash);
        found(id, roles);
    }

    private void found(AccountId id, Set<Role> roles) throws VaultException {
        commands.send(new FoundAccount(id, Role.given(roles)), Origin.system("first-accounts"));
        settle(id);
    }

    @Override
    public synchronized void remove(AccountId id) throws VaultException {
        Origin origin = Origin.system("first-accounts");
        commands.send(new EndAccount(id), origin);
        commands.send(new ForgetAccount(id), origin);
        settle(id);
    }

    private Outcome outcome(Recorded recorded) throws VaultException {
        return switch (recorded.events().getFirst()) {
            case AccountAsked asked ->
                new Outcome(
                        Optional.of(asked.until()),
                        asked.change() == AccountChange.ROLES
                                ? Optional.empty()
                                : Optional.of(OneTimePassword.of(vault.secrets(), asked(asked.account(), asked.until()))
                                        .first()));
            case AccountGranted granted -> new Outcome(Optional.empty(), alone(granted));
            default -> throw new IllegalStateException("an order about an account asks or grants");
        };
    }

    private Optional<Password> alone(AccountGranted granted) throws VaultException {
        if (granted.change() == AccountChange.ROLES) {
            settle(granted.account());
            return Optional.empty();
        }
        Password password = Password.random();
        accounts.setOneTimePassword(granted.account(), password);
        admit(granted);
        return Optional.of(password);
    }

    private void admit(AccountGranted granted) {
        accounts.admit(granted.account(), Role.of(granted.roles()));
    }

    /** Another request is another instant, and so another password. */
    private static String asked(AccountId id, Instant until) {
        return id.value() + ' ' + until;
    }

    private static AccountState.Request request(AccountState state) {
        return pending(state).orElseThrow(() -> new RejectedException(StaffRejection.NOTHING_ASKED));
    }

    private static Optional<AccountState.Request> pending(AccountState state) {
        return switch (state) {
            case AccountState.Asked asked -> Optional.of(asked.request());
            case AccountState.Active active -> active.request();
            default -> Optional.empty();
        };
    }

    private void requireAnotherAdmin(AccountId id) {
        List<AccountId> admins = accounts.all().stream()
                .filter(one -> one.actor().is(Role.ADMIN))
                .flatMap(one -> one.actor().id() instanceof AccountId admin ? Stream.of(admin) : Stream.empty())
                .toList();
        if (admins.equals(List.of(id))) {
            throw new RejectedException(AccessRejection.LAST_ADMIN);
        }
    }
}
