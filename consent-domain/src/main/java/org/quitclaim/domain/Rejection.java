package org.quitclaim.domain;

/**
 * A refusal: a value with a stable code, turned once into a problem detail.
 *
 * <p><b>Guarantees:</b> neither code nor advice holds personal data.
 */
public interface Rejection {
    /** Stable, dotted, lower case: {@code consent.already-withdrawn}. */
    String code();

    /** What to do next, in plain English. */
    String advice();
}
