package org.quitclaim.domain.gate;

/** Ways to get the gate wrong, each of which the interleavings have to reveal. */
enum Flaw {
    NONE,
    /** Judging anew asks the persons who were visible before, not the photo. */
    REGATE_SKIPS_THE_PHOTO,
    /** A person who once said yes to the same question is not asked again. */
    OLD_ANSWER_IS_REUSED,
    /** A revocation takes down what is live and leaves what is still being decided. */
    FOLLOW_UP_LEAVES_REQUESTS,
    /** A revocation is noted as dealt with before it is. */
    FOLLOW_UP_NOTED_FIRST,
    /** Changed faces are noted as dealt with before they are. */
    REGATE_NOTED_FIRST,
    /** What the gate left behind when it was interrupted is cleared instead of blocked. */
    INTERRUPTED_GATE_CLEARS,
    /** Whoever became visible is asked, but the answer is not recorded in their stream. */
    REGATE_ANSWERS_UNRECORDED
}
