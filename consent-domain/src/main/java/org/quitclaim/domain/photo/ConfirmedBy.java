package org.quitclaim.domain.photo;

/** How a sighting came to be confirmed. */
public enum ConfirmedBy {
    /** A human linked the face by hand. */
    HAND,
    /** A human accepted a suggestion. */
    SUGGESTION,
    /** The collection's policy accepted a strong suggestion. */
    POLICY
}
