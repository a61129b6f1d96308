package org.quitclaim.domain.consent;

import java.util.List;
import org.quitclaim.domain.vault.RecordId;

/**
 * Who a person is, as far as the rules ask.
 *
 * @param lowering a correction that waits for a second officer; at most one
 * @param identity the sealed name and details
 */
record Personalia(Circumstances circumstances, List<Lowering> lowering, RecordId identity) {
    public Personalia {
        lowering = List.copyOf(lowering);
    }

    Personalia corrected(RecordId right) {
        return new Personalia(circumstances, lowering, right);
    }

    /** What holds from now on; nothing waits any more. */
    Personalia corrected(Circumstances right) {
        return new Personalia(right, List.of(), identity);
    }

    Personalia waitingFor(Lowering asked) {
        return new Personalia(circumstances, List.of(asked), identity);
    }
}
