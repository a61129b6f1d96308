package org.quitclaim.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.vault.AccountId;

/** What holds for an account. */
public sealed interface AccountState {
    record Unknown() implements AccountState {}

    /** Not there yet. */
    record Asked(AccountId account, Request request) implements AccountState {}

    /**
     * Somebody can log in with it, unless its password is over.
     *
     * @param by who made it: nobody at the first start, one person, or two
     * @param line whose word stands behind it
     * @param opened when it was made or last given a one-time password
     * @param passwordOver whether nobody logs in before it is given another
     * @param everAdministrator whether it runs the system, or did, and so may have made accounts
     */
    record Active(
            AccountId account,
            Set<StaffRole> roles,
            List<AccountId> by,
            AccountId line,
            Optional<Request> request,
            Instant opened,
            boolean passwordOver,
            boolean everAdministrator)
            implements AccountState {
        public Active {
            roles = Ordered.set(roles);
            by = List.copyOf(by);
        }

        /** Shown to officers and auditors. */
        public boolean madeByOnePerson() {
            return by.size() == 1;
        }

        public Voucher voucher() {
            return new Voucher(account, line, everAdministrator);
        }

        Active asking(Request next) {
            return new Active(account, roles, by, line, Optional.of(next), opened, passwordOver, everAdministrator);
        }

        Active withoutPassword() {
            return new Active(account, roles, by, line, Optional.empty(), opened, true, everAdministrator);
        }
    }

    /**
     * Over.
     *
     * @param last on whose word it stood, which counts for what it did; empty if it never was one
     * @param since counts for how long it can be read who it was
     */
    record Ended(AccountId account, Optional<Voucher> last, Instant since) implements AccountState {}

    /** Over, and nobody can say who it was; what it did stands on the same word as before. */
    record Forgotten(AccountId account, Optional<Voucher> last) implements AccountState {}

    /** What somebody asks for and another person has to agree to. */
    record Request(AccountChange change, Set<StaffRole> roles, Voucher by, Instant until) {
        public Request {
            roles = Ordered.set(roles);
        }

        public Instant asked() {
            return until.minus(AgreementRules.WITHIN);
        }
    }

    /** Who counts as having done what this account did, whether it is over or not; empty if nobody can say. */
    default Optional<Voucher> did() {
        return switch (this) {
            case Unknown unknown -> Optional.empty();
            case Asked asked -> Optional.empty();
            case Active active -> Optional.of(active.voucher());
            case Ended ended -> ended.last();
            case Forgotten gone -> gone.last();
        };
    }

    AccountState NONE = new Unknown();
}
