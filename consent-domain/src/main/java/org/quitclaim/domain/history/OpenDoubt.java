package org.quitclaim.domain.history;

import java.time.Instant;

/** A doubt that nobody has settled, and since when it is known. */
public record OpenDoubt(Doubt doubt, Instant since) {}
