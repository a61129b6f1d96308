package org.quitclaim.vault;

import java.time.Instant;

/** That a record was asked for: when and for what reason. */
public record Access(Instant at, AccessReason reason) {}
