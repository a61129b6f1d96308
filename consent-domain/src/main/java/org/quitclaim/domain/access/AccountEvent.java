package org.quitclaim.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.vault.AccountId;

/** What happened to the account of a member of staff. Its login, name and password are sealed and in no event. */
public sealed interface AccountEvent extends DomainEvent {
    AccountId account();

    @Override
    default AccountId stream() {
        return account();
    }

    /** Somebody asks; another person has to agree in time. {@code roles} are those that it would have. */
    @Stored("access.account-asked")
    record AccountAsked(
            AccountId account, AccountChange change, Set<StaffRole> roles, Voucher by, Instant until, Instant at)
            implements AccountEvent {
        public AccountAsked {
            roles = Ordered.set(roles);
        }
    }

    /**
     * It is so.
     *
     * @param by nobody at the first start, one person, or who asked and who agreed; unchanged where roles were only taken away
     * @param line whose word stands behind the account from now on
     */
    @Stored("access.account-granted")
    record AccountGranted(
            AccountId account,
            AccountChange change,
            Set<StaffRole> roles,
            List<AccountId> by,
            AccountId line,
            Instant at)
            implements AccountEvent {
        public AccountGranted {
            roles = Ordered.set(roles);
            by = List.copyOf(by);
        }
    }

    /** Asked for and not agreed to in time, or taken back; its record goes at once. */
    @Stored("access.account-lapsed")
    record AccountLapsed(AccountId account, Instant at) implements AccountEvent {}

    /** Whoever it is for chose another password; the former one opens nothing any more. */
    @Stored("access.password-changed")
    record PasswordChanged(AccountId account, Instant at) implements AccountEvent {}

    /** After a restore: the password that is kept may be one that was replaced since. Nobody logs in with it. */
    @Stored("access.password-ended")
    record PasswordEnded(AccountId account, Instant at) implements AccountEvent {}

    /** Nobody logs in with it any more; who it was can still be read for a time. */
    @Stored("access.account-ended")
    record AccountEnded(AccountId account, Instant at) implements AccountEvent {}

    /** The key of its sealed record is destroyed; nobody can say any more who it was. */
    @Stored("access.account-forgotten")
    record AccountForgotten(AccountId account, Instant at) implements AccountEvent {}
}
