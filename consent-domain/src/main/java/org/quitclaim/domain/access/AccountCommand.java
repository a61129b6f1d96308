package org.quitclaim.domain.access;

import java.util.Set;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.vault.AccountId;

/** Orders about the account of a member of staff. */
public sealed interface AccountCommand extends DomainCommand {
    AccountId account();

    @Override
    default AccountId target() {
        return account();
    }

    /** At the first start, when nobody is there who could make it. */
    record FoundAccount(AccountId account, Set<StaffRole> roles) implements AccountCommand, Creating {
        public FoundAccount {
            roles = Ordered.set(roles);
        }
    }

    /** @param alone whether one person may make it */
    record AskAccount(AccountId account, Set<StaffRole> roles, Voucher by, boolean alone)
            implements AccountCommand, Creating {
        public AskAccount {
            roles = Ordered.set(roles);
        }
    }

    /** @param alone whether one person may give roles; taking some away never needs two */
    record AskRoles(AccountId account, Set<StaffRole> roles, Voucher by, boolean alone) implements AccountCommand {
        public AskRoles {
            roles = Ordered.set(roles);
        }
    }

    /** @param alone whether one person may */
    record AskPassword(AccountId account, Voucher by, boolean alone) implements AccountCommand {}

    /**
     * Agrees to whatever is asked about it.
     *
     * @param askerStands whether whoever asked could ask today
     */
    record AgreeToAccount(AccountId account, Voucher by, boolean askerStands) implements AccountCommand {}

    /** Leaves it at most these roles: said in a restored history, which may know of more. */
    record NarrowRoles(AccountId account, Set<StaffRole> roles) implements AccountCommand {
        public NarrowRoles {
            roles = Ordered.set(roles);
        }
    }

    /** Its password opens nothing any more, and what is asked about it lapses; a new password opens it again. */
    record EndPassword(AccountId account) implements AccountCommand {}

    /** Whoever it is for chose another password. */
    record NotePassword(AccountId account) implements AccountCommand {}

    /** Takes back what was asked, if it is not there yet; else it ends. */
    record EndAccount(AccountId account) implements AccountCommand {}

    record LapseAccount(AccountId account) implements AccountCommand {}

    record ForgetAccount(AccountId account) implements AccountCommand {}
}
