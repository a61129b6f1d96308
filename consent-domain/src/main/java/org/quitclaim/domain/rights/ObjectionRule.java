package org.quitclaim.domain.rights;

import org.quitclaim.domain.publication.Basis;

/**
 * What an objection against a publication leads to.
 *
 * <p><b>Guarantees:</b> the strict choice: what does not rest on consent goes offline at once, without weighing.
 *
 * <p><b>Source:</b> GDPR Art. 7(3), 21(1); R56.
 */
public final class ObjectionRule {
    private ObjectionRule() {}

    public static Outcome outcome(Basis basis) {
        return switch (basis) {
            case CONSENT -> Outcome.WITHDRAW_INSTEAD;
            case JOURNALISTIC, PUBLIC_EVENT, MODEL_CONTRACT, OFFICIAL_REQUEST -> Outcome.TAKEDOWN_ORDERED;
        };
    }
}
