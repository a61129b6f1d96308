package org.quitclaim.domain.history;

import java.time.Instant;

/** A loss that an officer accepted: it forbids nothing any more, and what is missing stays missing. */
public record SettledDoubt(Doubt doubt, LossReason reason, Instant at) {}
