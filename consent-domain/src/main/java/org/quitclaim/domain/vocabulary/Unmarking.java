package org.quitclaim.domain.vocabulary;

import java.time.Instant;
import org.quitclaim.domain.access.Voucher;

/** Somebody asked that a context is sensitive no more; it is until somebody else agrees. */
record Unmarking(Voucher by, Instant until) {}
