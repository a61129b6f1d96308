package org.quitclaim.domain.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The colour of a rendition for one channel, context and instant.
 *
 * @param until while GREEN, the first instant at which a grant it rests on has ended; empty when it rests on none
 */
public record Status(Colour colour, List<StatusReason> reasons, Optional<Instant> until) {
    public Status {
        reasons = List.copyOf(reasons);
    }
}
