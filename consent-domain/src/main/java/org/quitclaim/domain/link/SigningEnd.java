package org.quitclaim.domain.link;

/** Why a link signs nothing any more, while it goes on opening the page and taking back. */
public enum SigningEnd {
    /** Its time for signing is over. */
    LAPSED,
    /** A later link was used. */
    PASSED_ON
}
