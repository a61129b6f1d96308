package org.quitclaim.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.function.BooleanSupplier;
import org.quitclaim.access.ActorAuthentication;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.token.ServiceTokens;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Whether somebody who was let in would be let in now, for what goes on after the request was checked.
 *
 * <p><b>Guarantees:</b> no longer once the account was removed, its password or its roles were replaced, the session ended,
 * or the token was revoked.
 *
 * <p><b>Thread-safety:</b> safe; the answer may be asked for on any thread.
 */
public final class Admissions {
    private final Accounts accounts;
    private final ServiceTokens tokens;

    public Admissions(Accounts accounts, ServiceTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** Of whoever sends the request that the calling thread is working on; never for somebody who is not known. */
    public BooleanSupplier ofSender(HttpServletRequest request) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication known)) {
            return () -> false;
        }
        HttpSession session = request.getSession(false);
        return session == null ? () -> tokens.stands(known) : () -> isOpen(session) && stands(accounts, known);
    }

    /** Whether an account is still what a session was proven against. */
    static boolean stands(Accounts accounts, ActorAuthentication known) {
        return accounts.standing(known.actor().id())
                .filter(standing -> standing.record().equals(known.provenBy()))
                .filter(standing -> standing.actor().equals(known.actor()))
                .isPresent();
    }

    private static boolean isOpen(HttpSession session) {
        try {
            return session.getCreationTime() > 0;
        } catch (IllegalStateException ended) {
            return false;
        }
    }
}
