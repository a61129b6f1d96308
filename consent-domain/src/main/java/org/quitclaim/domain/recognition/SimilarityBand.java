package org.quitclaim.domain.recognition;

/** How alike two faces are, as coarsely as an event may say it; the exact score is sealed. */
public enum SimilarityBand {
    WEAK,
    LIKELY,
    STRONG
}
