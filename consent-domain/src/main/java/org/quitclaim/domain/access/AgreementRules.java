package org.quitclaim.domain.access;

import java.time.Duration;
import java.util.Optional;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.vault.AccountId;

/**
 * When a second person counts as one.
 *
 * <p>Not guaranteed: that two accounts belong to two people. What stands on one word is marked as such.
 */
public final class AgreementRules {
    static final Duration WITHIN = Duration.ofHours(24);

    private AgreementRules() {}

    /**
     * Why {@code second} is no second person beside {@code first} for what cannot be undone; empty if it is one.
     *
     * @param person if it is the same account
     * @param word if one of them is the administrator on whose word the other stands: whoever gave the word may hold both.
     *     Two others on one word count as two, as when they make accounts, or a new organisation could decide nothing; what
     *     they stand on is shown
     */
    public static Optional<Rejection> between(Voucher first, Voucher second, Rejection person, Rejection word) {
        if (first.account().equals(second.account())) {
            return Optional.of(person);
        }
        return second.standsInFor(first) ? Optional.of(word) : Optional.empty();
    }

    /**
     * Why {@code second} cannot agree to what {@code first} asks; empty if it can.
     *
     * @param firstStands whether {@code first} could ask today: who was dismissed may hold the secret that it would open
     */
    static Optional<Rejection> against(Voucher first, Voucher second, boolean firstStands) {
        if (first.account().equals(second.account())) {
            return Optional.of(StaffRejection.SAME_PERSON);
        }
        if (!firstStands) {
            return Optional.of(StaffRejection.ASKER_GONE);
        }
        return second.standsInFor(first) ? Optional.of(StaffRejection.SAME_WORD) : Optional.empty();
    }

    /** The one word that stands behind what two people made; empty if they stand on two. */
    static Optional<AccountId> line(Voucher first, Voucher second) {
        return first.line().equals(second.line()) ? Optional.of(first.line()) : Optional.empty();
    }
}
