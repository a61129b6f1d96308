package org.quitclaim.vault;

import java.time.Instant;

/**
 * One no, as the ledger at the backup target tells it.
 *
 * @param id by which a no is told once, and known again in a history
 * @param at when it was said
 * @param said what it says, in the words of whoever told it; a code or JSON, never a name
 */
public record LedgerEntry(String id, Instant at, String said) {}
