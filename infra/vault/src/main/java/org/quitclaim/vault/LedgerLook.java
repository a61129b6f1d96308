package org.quitclaim.vault;

/** What a look at the ledger at the backup target found. */
public sealed interface LedgerLook {

    /** It tells of everything that was destroyed. */
    record Told() implements LedgerLook {}

    /** So many lines were missing, and have been written now: it was out of reach, emptied or cut off. */
    record ToldNow(int missing) implements LedgerLook {}

    /** It does not: out of reach, damaged, or kept by another copy of this installation. */
    record NotTold(VaultException why) implements LedgerLook {}
}
