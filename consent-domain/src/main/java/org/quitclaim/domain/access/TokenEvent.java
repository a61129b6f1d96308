package org.quitclaim.domain.access;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.TokenId;

/** What happened to the token of a machine. Its name and the digest of its secret are sealed and in no event. */
public sealed interface TokenEvent extends DomainEvent {
    TokenId token();

    @Override
    default TokenId stream() {
        return token();
    }

    /** Somebody asks; another person has to agree in time. */
    @Stored("access.token-asked")
    record TokenAsked(TokenId token, TokenPowers powers, Voucher by, Instant until, Instant at) implements TokenEvent {}

    /**
     * It opens something until its end.
     *
     * @param by one person, or who asked and who agreed
     * @param line the one word that stands behind it; empty if two people on two words made it
     */
    @Stored("access.token-granted")
    record TokenGranted(TokenId token, TokenPowers powers, List<AccountId> by, List<AccountId> line, Instant at)
            implements TokenEvent {
        public TokenGranted {
            by = List.copyOf(by);
            line = List.copyOf(line);
        }
    }

    /** Asked for and not agreed to in time, or taken back; its record goes at once. */
    @Stored("access.token-lapsed")
    record TokenLapsed(TokenId token, Instant at) implements TokenEvent {}

    /** After a restore: nobody knows whether it was revoked since. It opens nothing. */
    @Stored("access.token-doubted")
    record TokenDoubted(TokenId token, Instant at) implements TokenEvent {}

    /** It was not revoked, says whoever may make such a token: it opens again what it opened. */
    @Stored("access.token-confirmed")
    record TokenConfirmed(TokenId token, Instant at) implements TokenEvent {}

    /** It opens nothing any more; what it was called can still be read for a time. */
    @Stored("access.token-revoked")
    record TokenRevoked(TokenId token, Instant at) implements TokenEvent {}

    /** The key of its sealed record is destroyed. */
    @Stored("access.token-forgotten")
    record TokenForgotten(TokenId token, Instant at) implements TokenEvent {}
}
