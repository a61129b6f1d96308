package org.quitclaim.domain.access;

import org.quitclaim.domain.vault.AccountId;

/**
 * A person who asks for what takes two, or agrees to it, and on whose word that account stands.
 *
 * @param line whose word stands behind this account: its own where two people made it, else that of whoever made it alone,
 *     or of whoever made that one alone, and so on
 * @param administrator whether the account runs the system, or did: it may have made accounts
 */
public record Voucher(AccountId account, AccountId line, boolean administrator) {

    /** Administrators never get the agreement of an account that stands on the same word as they do. */
    boolean standsInFor(Voucher other) {
        return line.equals(other.line) && (administrator || other.administrator);
    }
}
