package org.quitclaim.domain.erasure;

/** Why a step waits for a person. Stored by name: never rename one. */
public enum ParkedBecause {
    /** It failed again and again. */
    FAILED,
    /** The search found something that should be gone. */
    LEFTOVERS
}
