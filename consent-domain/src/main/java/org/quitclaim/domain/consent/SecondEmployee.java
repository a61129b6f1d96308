package org.quitclaim.domain.consent;

import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.access.AgreementRules;
import org.quitclaim.domain.access.Voucher;

/**
 * Who states to have seen a person, and on whose word alone her answer rests until then.
 *
 * @param required whether the organisation asks for two
 * @param firstKnown whether it can be told of everything that was done for the answer which accounts stand behind it
 * @param first those accounts: of whoever registered her, typed her contact point, issued or printed her link, or wrote
 *     her answer down
 */
public record SecondEmployee(boolean required, boolean firstKnown, List<Voucher> first, Voucher second) {
    public SecondEmployee {
        first = List.copyOf(first);
    }

    /** Why this is no second employee; empty if it is one. */
    public Optional<Rejection> refusal() {
        if (!required) {
            return Optional.empty();
        }
        return !firstKnown || first.isEmpty()
                ? Optional.of(ConsentRejection.VOUCHED_BY_NOBODY_KNOWN)
                : first.stream()
                        .flatMap(one -> AgreementRules.between(
                                one, second, ConsentRejection.SEEN_BY_THE_SAME, ConsentRejection.SEEN_ON_THE_SAME_WORD)
                                .stream())
                        .findFirst();
    }
}
