package org.quitclaim.domain.photo;

/** How a sighting came to be confirmed. */
public enum ConfirmedBy {
    /** A human linked the face by hand. */
    HAND,
    /** A human accepted a suggestion. */
    SUGGESTION,
    /** The collection's policy accepted a strong suggestion; a release waits until a human has looked. */
    POLICY,
    /** The same, where the operator declared that nobody needs to look. */
    POLICY_ALONE,
    /** The person is linked on a photo of which this one is a copy; a release waits until a human has looked. */
    COPY
}
