package org.quitclaim.domain.publication;

/**
 * On what a publication rests.
 *
 * <p>Anything but CONSENT is off unless a setting allows it, and is never a basis for recognition.
 */
public enum Basis {
    CONSENT,
    JOURNALISTIC,
    PUBLIC_EVENT,
    MODEL_CONTRACT,
    OFFICIAL_REQUEST
}
