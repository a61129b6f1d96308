package org.quitclaim.domain.photo;

import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.access.AgreementRules;
import org.quitclaim.domain.access.Voucher;

/**
 * Who agrees that a no was undone, and who undid it.
 *
 * @param required whether the organisation asks for two
 * @param first whoever undid it, one after another
 */
public record AgreedBy(boolean required, List<Doer> first, Voucher second) {
    public AgreedBy {
        first = List.copyOf(first);
    }

    /** The accounts behind it; none where nobody can say who it was, and then nobody is known to be somebody else. */
    public record Doer(List<Voucher> accounts) {
        public Doer {
            accounts = List.copyOf(accounts);
        }

        boolean isUnknown() {
            return accounts.isEmpty();
        }
    }

    /** Why this is no second person; empty if it is one. */
    public Optional<Rejection> refusal() {
        if (!required) {
            return Optional.empty();
        }
        return first.isEmpty() || first.stream().anyMatch(Doer::isUnknown)
                ? Optional.of(PhotoRejection.UNDONE_BY_NOBODY_KNOWN)
                : first.stream()
                        .flatMap(one -> one.accounts().stream())
                        .flatMap(one -> AgreementRules.between(
                                one, second, PhotoRejection.UNDONE_BY_THE_SAME, PhotoRejection.UNDONE_ON_THE_SAME_WORD)
                                .stream())
                        .findFirst();
    }
}
