package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.vault.RecordId;

/**
 * That a person must not be found: while it stands nothing of theirs is used, whatever anybody allowed.
 *
 * @param reason why, sealed; one while it stands, else none
 * @param ending that one officer asked to end it; at most one
 */
public record Safeguarding(List<RecordId> reason, List<EndAsked> ending) {
    public static final Safeguarding NONE = new Safeguarding(List.of(), List.of());

    /** @param until after which nobody can agree to it any more */
    public record EndAsked(Voucher by, Instant until) {}

    public Safeguarding {
        reason = List.copyOf(reason);
        ending = List.copyOf(ending);
    }

    static Safeguarding because(RecordId reason) {
        return new Safeguarding(List.of(reason), List.of());
    }

    public boolean stands() {
        return !reason.isEmpty();
    }

    Safeguarding asked(EndAsked asked) {
        return new Safeguarding(reason, List.of(asked));
    }
}
