package org.quitclaim.domain.consent;

import java.time.Instant;
import org.quitclaim.domain.consent.Signature.SignedBy;

/**
 * A no to one question of a quitclaim.
 *
 * @param by whose no it was
 * @param at when it was said
 * @param superseded whether a later yes reaches at least as far as what was refused
 */
public record Refusal(int ask, SignedBy by, Instant at, boolean superseded) {
    Refusal supersede() {
        return new Refusal(ask, by, at, true);
    }
}
