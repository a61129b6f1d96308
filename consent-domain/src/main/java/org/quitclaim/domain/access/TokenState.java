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
    record Asked(TokenId token, TokenPowers powers, Voucher by, Instant until) implements TokenState {
        public Instant asked() {
            return until.minus(AgreementRules.WITHIN);
        }
    }

    /**
     * It opens something until its end, unless it is in doubt.
     *
     * @param line the one word that stands behind it; empty if two people on two words made it
     * @param opened when it was made or last confirmed
     * @param doubted whether it opens nothing before it is confirmed
     */
    record Active(
            TokenId token,
            TokenPowers powers,
            List<AccountId> by,
            Optional<AccountId> line,
            Instant opened,
            boolean doubted)
            implements TokenState {
        public Active {
            by = List.copyOf(by);
        }

        public boolean madeByOnePerson() {
            return by.size() == 1;
        }

        Active inDoubt() {
            return new Active(token, powers, by, line, opened, true);
        }

        Active confirmed(Instant at) {
            return new Active(token, powers, by, line, at, false);
        }
    }

    /** Revoked before its end; {@code by} made it. */
    record Revoked(TokenId token, List<AccountId> by, Instant since) implements TokenState {
        public Revoked {
            by = List.copyOf(by);
        }
    }

    /** Over, and nobody can say what it was called; {@code by} made it. */
    record Forgotten(TokenId token, List<AccountId> by) implements TokenState {
        public Forgotten {
            by = List.copyOf(by);
        }
    }

    /** Who had its secret in their hands, whether it is over or not; none if nobody can say. */
    default List<AccountId> makers() {
        return switch (this) {
            case Unknown unknown -> List.of();
            case Asked asked -> List.of();
            case Active active -> active.by();
            case Revoked revoked -> revoked.by();
            case Forgotten gone -> gone.by();
        };
    }

    TokenState NONE = new Unknown();
}
