package org.quitclaim.domain;

/**
 * A refusal: a value with a stable code, turned once into a problem detail.
 *
 * <p><b>Guarantees:</b> neither code nor advice holds personal data.
 */
public interface Rejection {
    /** What is in the way, and so who can mend it. */
    enum Kind {
        /** What was named is not there. */
        ABSENT,
        /** The sender can mend it by asking for something else. */
        UNACCEPTABLE,
        /** It stands against the state of things, and may be right at another time. */
        CONFLICT
    }

    Kind kind();

    /** Stable, dotted, lower case: {@code consent.already-withdrawn}. */
    String code();

    /** What to do next, in plain English. */
    String advice();
}
