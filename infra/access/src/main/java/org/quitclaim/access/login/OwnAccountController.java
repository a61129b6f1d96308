package org.quitclaim.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.KnownAccount;
import org.quitclaim.access.account.Password;
import org.quitclaim.access.account.PasswordChanges;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.vault.VaultException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may do about their own account. */
@RestController
public final class OwnAccountController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final FailedLogins failures;
    private final PasswordChanges changes;

    public OwnAccountController(Accounts accounts, Sessions sessions, FailedLogins failures, PasswordChanges changes) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.changes = changes;
    }

    record Me(String accountId, Set<Role> roles, Set<Scope> scopes, boolean mustChangePassword) {}

    record PasswordChange(String old, String chosen) {
        @Override
        public String toString() {
            return "PasswordChange[hidden]";
        }
    }

    @GetMapping("/api/accounts/me")
    @AllowedFor(
            value = {Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR, Role.ADMIN},
            scopes = {Scope.PUBLISH, Scope.RELEASE_FILE, Scope.ACKNOWLEDGE, Scope.READ_STATUS, Scope.IMPORT},
            withOneTimePassword = true)
    Me me(Actor actor) {
        boolean mustChange = accounts.standing(actor.id())
                .map(KnownAccount::mustChangePassword)
                .orElse(false);
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
        KnownAccount renewed = renewed(change, actor, attempt);
        failures.succeeded(attempt);
        sessions.begin(renewed, request, response);
    }

    /** Whoever knows the old password guesses nothing, whatever is wrong with the new one. */
    private KnownAccount renewed(PasswordChange change, Actor actor, FailedLogins.Attempt attempt)
            throws VaultException {
        try {
            return accounts.changePassword(actor, new Password(change.old()), new Password(change.chosen()), changes);
        } catch (RejectedException refused) {
            if (refused.rejection() != AccessRejection.WRONG_LOGIN) {
                failures.succeeded(attempt);
            }
            throw refused;
        }
    }
}
