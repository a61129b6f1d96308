package org.quitclaim.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.TokenId;

/** What holds for a token. */
public sealed interface TokenState {
    record Unknown() implements TokenState {}

    /** Not there yet. */
    record Asked(TokenId token, TokenPowers powers, Voucher by, Instant until) implements TokenState {}

    /**
     * It opens something until its end.
     *
     * @param line the one word that stands behind it; empty if two people on two words made it
     */
    record Active(TokenId token, TokenPowers powers, List<AccountId> by, Optional<AccountId> line)
            implements TokenState {
        public Active {
            by = List.copyOf(by);
        }

        public boolean madeByOnePerson() {
            return by.size() == 1;
        }
    }

    /** Revoked before its end. */
    record Revoked(TokenId token, Instant since) implements TokenState {}

    /** Over, and nobody can say what it was called. */
    record Forgotten(TokenId token) implements TokenState {}

    TokenState NONE = new Unknown();
}
