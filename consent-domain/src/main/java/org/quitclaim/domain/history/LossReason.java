package org.quitclaim.domain.history;

/** Why an officer goes on in spite of a doubt. Names are stored: never rename one. */
public enum LossReason {
    /** There is no backup that holds what is missing. */
    NO_BACKUP,
    /** The people concerned were asked again. */
    PEOPLE_ASKED,
    /** What is missing is known from elsewhere and was done. */
    KNOWN_FROM_ELSEWHERE,
    /** The sealed text says why. */
    OTHER
}
