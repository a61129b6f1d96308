package org.quitclaim.domain.consent;

/** What a grant allows. */
public enum Purpose {
    /** Biometric identification: Art. 9, explicit consent only. */
    RECOGNITION,
    /** Making a photo public on named channels. */
    PUBLICATION
}
