package org.quitclaim.command.staff;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.KnownAccount;
import org.quitclaim.access.account.LoginName;
import org.quitclaim.access.account.Password;
import org.quitclaim.access.account.StaffName;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.staff.AccountDesk.Outcome;
import org.quitclaim.command.vault.Previews;
import org.quitclaim.domain.access.AccountChange;
import org.quitclaim.domain.access.AccountState;
import org.quitclaim.domain.access.StaffRejection;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts over HTTP: one person asks, another agrees; until two officers existed the administrator makes them alone. */
@RestController
@RequestMapping("/api/accounts")
class AccountsController {
    private final AccountDesk desk;
    private final Accounts accounts;
    private final Streams streams;
    private final Creations creations;
    private final Previews previews;

    AccountsController(AccountDesk desk, Accounts accounts, Streams streams, Creations creations, Vault vault) {
        this.desk = desk;
        this.accounts = accounts;
        this.streams = streams;
        this.creations = creations;
        this.previews = new Previews(vault);
    }

    record NewAccount(
            @Nullable String login,
            @Nullable String name,
            @Nullable Set<Role> roles) {
        @Override
        public String toString() {
            return "NewAccount[" + roles + "]";
        }
    }

    /**
     * @param agreementNeededBy when the request lapses; null when nobody has to agree any more
     * @param oneTimePassword the whole one-time password, where one person made the account
     * @param passwordHalf the half that this person hands over, where two do
     * @param secretShown whether a password was shown: when the same request comes again it is not shown again
     */
    record Made(
            AccountId accountId,
            @Nullable Instant agreementNeededBy,
            @Nullable String oneTimePassword,
            @Nullable String passwordHalf,
            boolean secretShown) {
        @Override
        public String toString() {
            return "Made[" + accountId + "]";
        }

        static Made of(AccountId id, Outcome outcome, boolean alone) {
            @Nullable String secret = outcome.secret().map(Password::value).orElse(null);
            return new Made(
                    id, outcome.until().orElse(null), alone ? secret : null, alone ? null : secret, secret != null);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    Made ask(
            @RequestBody NewAccount wanted,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor)
            throws VaultException {
        LoginName login = new LoginName(Input.text(wanted.login(), "login"));
        String name = wanted.name() == null ? login.value() : Input.name(wanted.name(), "name");
        Set<Role> roles = Input.need(wanted.roles(), "roles");
        AccountId id = creations.id(key, Origins.of(actor), "accounts", AccountId.PREFIX, AccountId::new);
        Optional<Outcome> outcome = desk.ask(id, login, name, roles, actor);
        return outcome.map(made -> Made.of(id, made, made.until().isEmpty()))
                .orElseGet(() -> new Made(id, until(streams.account(id)), null, null, true));
    }

    /**
     * @param roles that it has, or would have
     * @param by who made it: nobody at the first start, one person, or who asked and who agreed
     * @param madeByOnePerson so that one person may have known its password
     * @param onTheWordOf the account whose word stands behind it: its own, unless one person made it, or two who stand on one
     * @param asked what somebody asks about it now
     */
    record Listed(
            AccountId accountId,
            String standing,
            String login,
            String name,
            Set<Role> roles,
            List<AccountId> by,
            boolean madeByOnePerson,
            @Nullable AccountId onTheWordOf,
            @Nullable Pending asked,
            boolean mustChangePassword) {
        @Override
        public String toString() {
            return "Listed[" + accountId + "]";
        }
    }

    record Pending(AccountChange change, Set<Role> roles, AccountId by, Instant until) {
        static Pending of(AccountState.Request request) {
            return new Pending(
                    request.change(),
                    new TreeSet<>(Role.of(request.roles())),
                    request.by().account(),
                    request.until());
        }
    }

    @GetMapping
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    List<Listed> list(Actor viewer) throws VaultException {
        Map<AccountId, StaffName> names = accounts.names(viewer.reason(AccessPurpose.DISPLAY));
        return accounts.held().stream()
                .sorted(Comparator.comparing(AccountId::value))
                .flatMap(id -> listed(id, names.getOrDefault(id, new StaffName("", ""))).stream())
                .toList();
    }

    /** Whose history is damaged is shut out, and hides nobody else. */
    private Optional<Listed> listed(AccountId id, StaffName who) {
        try {
            return read(id, who);
        } catch (StreamDamaged e) {
            return Optional.of(other(id, "DAMAGED", who, null));
        }
    }

    private Optional<Listed> read(AccountId id, StaffName who) {
        return switch (streams.account(id)) {
            case AccountState.Active active ->
                Optional.of(new Listed(
                        id,
                        active.passwordOver() ? "IN_DOUBT" : "ACTIVE",
                        who.login(),
                        who.name(),
                        new TreeSet<>(Role.of(active.roles())),
                        active.by(),
                        active.madeByOnePerson(),
                        active.line(),
                        active.request().map(Pending::of).orElse(null),
                        accounts.standing(id)
                                .map(KnownAccount::mustChangePassword)
                                .orElse(false)));
            case AccountState.Asked asked -> Optional.of(other(id, "ASKED", who, Pending.of(asked.request())));
            case AccountState.Ended ended -> Optional.of(other(id, "ENDED", who, null));
            case AccountState.Unknown unknown -> Optional.empty();
            case AccountState.Forgotten gone -> Optional.empty();
        };
    }

    private static Listed other(AccountId id, String standing, StaffName who, @Nullable Pending asked) {
        return new Listed(id, standing, who.login(), who.name(), Set.of(), List.of(), false, null, asked, false);
    }

    /** Whether whoever looks would need somebody else for an account, and whether anybody is there who could agree. */
    @GetMapping("/rule")
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    AccountDesk.Rule rule(Actor actor) {
        return desk.rule(actor);
    }

    @PostMapping("/{id}/agreement")
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    Made agree(@PathVariable String id, Actor actor) throws VaultException {
        AccountId account = new AccountId(id);
        return Made.of(account, desk.agree(account, actor), false);
    }

    record NewRoles(@Nullable Set<Role> roles) {}

    @PutMapping("/{id}/roles")
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    Made askRoles(@PathVariable String id, @RequestBody NewRoles wanted, Actor actor) throws VaultException {
        AccountId account = new AccountId(id);
        Set<Role> roles = Input.need(wanted.roles(), "roles");
        return Made.of(account, desk.askRoles(account, roles, actor), false);
    }

    /** For somebody who forgot theirs. */
    @PutMapping("/{id}/password")
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    Made askPassword(@PathVariable String id, Actor actor) throws VaultException {
        AccountId account = new AccountId(id);
        Outcome outcome = desk.askPassword(account, actor);
        return Made.of(account, outcome, outcome.until().isEmpty());
    }

    /**
     * What ends, for good.
     *
     * @param officersLeft after it; with fewer than two what takes two officers waits for another
     * @param confirm to be sent along with the order
     */
    record Removal(Set<Role> roles, int officersLeft, String confirm) {}

    /** What it would do; changes nothing. */
    @GetMapping("/{id}/removal")
    @AllowedFor(Role.ADMIN)
    Removal removal(@PathVariable String id) {
        AccountId account = new AccountId(id);
        return switch (streams.account(account)) {
            case AccountState.Active active -> removal(account, Role.of(active.roles()));
            case AccountState.Asked asked -> removal(account, Set.of());
            case AccountState.Unknown u -> throw new RejectedException(StaffRejection.UNKNOWN_ACCOUNT);
            case AccountState.Ended e -> throw new RejectedException(StaffRejection.UNKNOWN_ACCOUNT);
            case AccountState.Forgotten f -> throw new RejectedException(StaffRejection.UNKNOWN_ACCOUNT);
        };
    }

    private Removal removal(AccountId account, Set<Role> roles) {
        Set<Role> sorted = new TreeSet<>(roles);
        int officersLeft = (int) accounts.all().stream()
                .filter(one -> one.actor().is(Role.COMPLIANCE_OFFICER))
                .filter(one -> !one.actor().id().equals(account))
                .count();
        String word = previews.word("account-removal", account.value() + '\n' + sorted + '\n' + officersLeft);
        return new Removal(sorted, officersLeft, word);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.ADMIN)
    void end(
            @PathVariable String id,
            @RequestParam(name = "confirm", required = false) @Nullable String confirm,
            Actor actor)
            throws VaultException {
        Previews.require(() -> removal(id).confirm(), confirm);
        desk.end(new AccountId(id), actor);
    }

    private static @Nullable Instant until(AccountState state) {
        return state instanceof AccountState.Asked asked ? asked.request().until() : null;
    }
}
