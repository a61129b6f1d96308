package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.id.RightsRequestId;

/**
 * A correction after which the rules would protect somebody less; it waits for a second officer.
 *
 * @param request in which the person asked for it; at most one
 */
public record Lowering(
        Circumstances right, CorrectedBecause because, List<RightsRequestId> request, Voucher by, Instant until) {
    public Lowering {
        request = List.copyOf(request);
    }
}
