package org.quitclaim.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Public;
import org.quitclaim.access.Role;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.KnownAccount;
import org.quitclaim.access.account.LoginName;
import org.quitclaim.access.account.Password;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.RequestRejection;
import org.quitclaim.access.problem.TooManyAttempts;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.VaultException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Logging in, by a page, by a form without any program, or by JSON. */
@RestController
public final class LoginController {
    private final Accounts accounts;
    private final FailedLogins failures;
    private final Sessions sessions;
    private final LoginPage page;
    private final KnownBrowsers browsers;
    private final Turns strangers = new Turns();
    private final Turns knownBrowsers = new Turns();

    public LoginController(
            Accounts accounts, FailedLogins failures, Sessions sessions, LoginPage page, KnownBrowsers browsers) {
        this.accounts = accounts;
        this.failures = failures;
        this.sessions = sessions;
        this.page = page;
        this.browsers = browsers;
    }

    record Credentials(String login, String password) {
        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }

    record LoggedIn(String accountId, Set<Role> roles, boolean mustChangePassword) {}

    @Public
    @GetMapping(path = "/login", produces = "text/html;charset=UTF-8")
    String page(
            HttpServletRequest request,
            @Nullable CsrfToken forgery,
            @RequestParam(name = "lang", required = false) @Nullable String language,
            @RequestParam(name = "outcome", required = false) @Nullable String outcome) {
        return page.render(
                request, Optional.ofNullable(forgery), Optional.ofNullable(language), Optional.ofNullable(outcome));
    }

    @Public
    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    LoggedIn byJson(@RequestBody Credentials given, HttpServletRequest request, HttpServletResponse response)
            throws VaultException {
        KnownAccount standing = logIn(given, request, response);
        return new LoggedIn(standing.actor().id().value(), standing.actor().roles(), standing.mustChangePassword());
    }

    @Public
    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> byForm(
            @RequestParam String login,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws VaultException {
        return seeOther(
                switch (outcome(new Credentials(login, password), request, response)) {
                    case LOGGED_IN -> "/";
                    case CHANGE_PASSWORD -> "/login?outcome=change";
                    case WRONG -> "/login?outcome=wrong";
                    case WAIT -> "/login?outcome=wait";
                    case IN_DOUBT -> "/login?outcome=in-doubt";
                });
    }

    private enum Outcome {
        LOGGED_IN,
        CHANGE_PASSWORD,
        WRONG,
        WAIT,
        IN_DOUBT
    }

    private Outcome outcome(Credentials given, HttpServletRequest request, HttpServletResponse response)
            throws VaultException {
        try {
            return logIn(given, request, response).mustChangePassword() ? Outcome.CHANGE_PASSWORD : Outcome.LOGGED_IN;
        } catch (RejectedException e) {
            if (e.rejection() == AccessRejection.IN_DOUBT) {
                return Outcome.IN_DOUBT;
            }
            boolean later = e.rejection() instanceof TooManyAttempts || e.rejection() == RequestRejection.BUSY;
            return later ? Outcome.WAIT : Outcome.WRONG;
        }
    }

    private KnownAccount logIn(Credentials given, HttpServletRequest request, HttpServletResponse response)
            throws VaultException {
        LoginName login = new LoginName(given.login());
        BlindIndex account = accounts.index(login);
        Optional<String> known = browsers.known(request, account);
        FailedLogins.Attempt attempt = known.map(browser -> FailedLogins.attemptByKnown(account, browser))
                .orElseGet(() -> FailedLogins.attempt(account, request.getRemoteAddr()));
        failures.require(attempt);
        Turns turns = known.isPresent() ? knownBrowsers : strangers;
        KnownAccount standing = turns.take(() -> accounts.verify(login, new Password(given.password())))
                .orElseThrow(() -> new RejectedException(AccessRejection.WRONG_LOGIN));
        failures.succeeded(attempt);
        browsers.remember(account, request, response);
        sessions.begin(standing, request, response);
        return standing;
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
