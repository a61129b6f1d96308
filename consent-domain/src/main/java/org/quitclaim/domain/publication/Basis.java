package org.quitclaim.domain.publication;

/**
 * On what a publication rests.
 *
 * <p>Only CONSENT is accepted; the others stand for histories that have such a publication. None is a basis for recognition.
 */
public enum Basis {
    CONSENT,
    JOURNALISTIC,
    PUBLIC_EVENT,
    MODEL_CONTRACT,
    OFFICIAL_REQUEST
}
