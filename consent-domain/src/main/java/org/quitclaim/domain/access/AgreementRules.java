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
final class AgreementRules {
    static final Duration WITHIN = Duration.ofHours(24);

    private AgreementRules() {}

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

    /** Whose word stands behind what two people made: {@code otherwise}, unless both stand on one. */
    static AccountId line(Voucher first, Voucher second, AccountId otherwise) {
        return first.line().equals(second.line()) ? first.line() : otherwise;
    }
}
