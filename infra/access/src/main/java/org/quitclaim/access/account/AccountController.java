package org.quitclaim.access.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.CreationBits;
import org.quitclaim.access.Role;
import org.quitclaim.access.login.FailedLogins;
import org.quitclaim.access.login.Sessions;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.VaultException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts over HTTP: administrators make and remove them, everybody changes their own password. */
@RestController
public final class AccountController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final FailedLogins failures;

    public AccountController(Accounts accounts, Sessions sessions, FailedLogins failures) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
    }

    record NewAccount(String login, Set<Role> roles) {
        @Override
        public String toString() {
            return "NewAccount[" + roles + "]";
        }
    }

    record MadeAccount(String accountId, String oneTimePassword) {
        @Override
        public String toString() {
            return "MadeAccount[" + accountId + "]";
        }
    }

    record ListedAccount(String accountId, String login, Set<Role> roles, boolean mustChangePassword) {
        @Override
        public String toString() {
            return "ListedAccount[" + accountId + "]";
        }
    }

    record Me(String accountId, Set<Role> roles, Set<Scope> scopes, boolean mustChangePassword) {}

    record PasswordChange(String old, String chosen) {
        @Override
        public String toString() {
            return "PasswordChange[hidden]";
        }
    }

    @PostMapping("/api/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(Role.ADMIN)
    MadeAccount add(
            @RequestBody NewAccount wanted,
            @RequestHeader(name = CreationBits.HEADER, required = false) @Nullable String key,
            Actor actor)
            throws VaultException {
        CreationBits bits = accounts.bits(actor, key);
        AccountId id = IdMint.fromMac(bits.of("id"), AccountId.PREFIX, AccountId::new);
        Password password = Password.of(bits.of("password"));
        accounts.add(id, new LoginName(wanted.login()), wanted.roles(), password);
        return new MadeAccount(id.value(), password.value());
    }

    @GetMapping("/api/accounts")
    @AllowedFor(Role.ADMIN)
    List<ListedAccount> list(Actor viewer) throws VaultException {
        return accounts.namesFor(viewer).values().stream()
                .map(a -> new ListedAccount(a.account(), a.login(), a.actor().roles(), a.oneTime()))
                .toList();
    }

    @DeleteMapping("/api/accounts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.ADMIN)
    void remove(@PathVariable AccountId id) throws VaultException {
        accounts.remove(id);
    }

    @GetMapping("/api/accounts/me")
    @AllowedFor(
            value = {Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR, Role.ADMIN},
            scopes = {Scope.PUBLISH, Scope.RELEASE_FILE, Scope.ACKNOWLEDGE, Scope.READ_STATUS, Scope.IMPORT},
            withOneTimePassword = true)
    Me me(Actor actor) {
        boolean mustChange =
                accounts.standing(actor.id()).map(Standing::mustChangePassword).orElse(false);
        return new Me(actor.id().value(), EnumSet.copyOf(actor.roles()), new TreeSet<>(actor.scopes()), mustChange);
    }

    @PostMapping("/api/accounts/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(
            value = {Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR, Role.ADMIN},
            withOneTimePassword = true)
    void changePassword(
            @RequestBody PasswordChange change, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws VaultException {
        FailedLogins.Attempt attempt = FailedLogins.attempt(accounts.index(actor.id()), request.getRemoteAddr());
        failures.require(attempt);
        Standing renewed = accounts.changePassword(actor, new Password(change.old()), new Password(change.chosen()));
        failures.succeeded(attempt);
        sessions.begin(renewed, request, response);
    }
}
