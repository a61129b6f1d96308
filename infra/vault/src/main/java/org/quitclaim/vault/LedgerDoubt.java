package org.quitclaim.vault;

/**
 * Why a copy of an installation cannot know whether the ledger told it every no: it was restored, taken over or copied, and
 * the ledger is not the whole one.
 */
public enum LedgerDoubt {
    /** The history knew a ledger, and there is none at the backup target. */
    ABSENT,
    /** It ends before the last line that this copy knew. */
    SHORTER,
    /** Its lines from the time of this history have ended: the history is older than any backup they are kept for. */
    ENDED,
    /** Nobody saw it whole in the hour before: what was said while it was out of reach is in no line. */
    NOT_SEEN_LATELY
}
