package org.quitclaim.domain.consent;

/** Why capacity or age group is put right. Stored by name: never rename one. */
public enum CorrectedBecause {
    /** It was wrong from the beginning. */
    RECORDED_WRONGLY,
    /** It was right once. */
    CHANGED_SINCE,
    /** She, or who signs for her, says so. */
    PERSON_SAYS_SO,
    /** Papers that staff saw say so. */
    SHOWN_BY_PAPERS
}
