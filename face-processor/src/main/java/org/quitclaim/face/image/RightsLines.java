package org.quitclaim.face.image;

import org.jspecify.annotations.Nullable;

/**
 * What a released file says about itself: who made it, whom to credit, whose it is and what may be done with it. Nothing
 * about anybody who is portrayed.
 *
 * <p>What is absent is not written.
 *
 * @param usageTerms in words
 * @param statement address of a page with the terms
 */
public record RightsLines(
        @Nullable String creator,
        @Nullable String credit,
        @Nullable String copyright,
        @Nullable String usageTerms,
        @Nullable String statement,
        DataMining dataMining,
        ModelRelease modelRelease) {

    /** Whether machines may learn from the picture. Source: PLUS License Data Format, Data Mining. */
    public enum DataMining {
        UNSPECIFIED("DMI-UNSPECIFIED"),
        ALLOWED("DMI-ALLOWED"),
        PROHIBITED_AI_TRAINING("DMI-PROHIBITED-AIMLTRAINING"),
        PROHIBITED_GENERATIVE_AI_TRAINING("DMI-PROHIBITED-GENAIMLTRAINING"),
        PROHIBITED_EXCEPT_SEARCH_ENGINES("DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"),
        PROHIBITED("DMI-PROHIBITED");

        final String term;

        DataMining(String term) {
            this.term = term;
        }
    }

    /** Whether the people who can be seen agreed. Source: PLUS License Data Format, Model Release Status. */
    public enum ModelRelease {
        /** Nobody recognisable is visible. */
        NOT_APPLICABLE("MR-NAP"),
        /** They did, to some uses; which ones is asked here. */
        LIMITED("MR-LMR");

        final String term;

        ModelRelease(String term) {
            this.term = term;
        }
    }
}
