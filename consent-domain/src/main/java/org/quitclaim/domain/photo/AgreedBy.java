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
 * @param first the accounts that undid it; none if the history names none
 */
public record AgreedBy(boolean required, List<Voucher> first, Voucher second) {
    public AgreedBy {
        first = List.copyOf(first);
    }

    /** Why this is no second person; empty if it is one. */
    Optional<Rejection> refusal() {
        return required
                ? first.stream()
                        .flatMap(one -> AgreementRules.between(
                                one, second, PhotoRejection.UNDONE_BY_THE_SAME, PhotoRejection.UNDONE_ON_THE_SAME_WORD)
                                .stream())
                        .findFirst()
                : Optional.empty();
    }
}
