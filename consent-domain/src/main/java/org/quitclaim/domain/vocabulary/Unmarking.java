package org.quitclaim.domain.vocabulary;

import java.time.Instant;
import org.quitclaim.domain.access.Voucher;

/** Somebody asked that a context is sensitive no more; it is until somebody else agrees. */
public record Unmarking(Voucher by, Instant until) {}
