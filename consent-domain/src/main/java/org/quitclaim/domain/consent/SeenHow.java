package org.quitclaim.domain.consent;

/** How an employee knows that it is her: by having met her, and by nothing that was sent. */
public enum SeenHow {
    IN_PERSON,
    WITH_DOCUMENT
}
