package org.quitclaim.domain.consent;

/**
 * The state of one consent.
 *
 * <p><b>Guarantees:</b> only GIVEN and RENEWED authorise anything.
 *
 * <p><b>Source:</b> W3C Data Privacy Vocabulary, consent status.
 */
public enum ConsentStatus {
    REQUESTED("ConsentRequested"),
    GIVEN("ConsentGiven"),
    REFUSED("ConsentRefused"),
    WITHDRAWN("ConsentWithdrawn"),
    EXPIRED("ConsentExpired"),
    INVALIDATED("ConsentInvalidated"),
    RENEWED("RenewedConsentGiven"),
    /** Somebody said yes in her name, and nobody has seen yet that it was her. */
    UNCONFIRMED("ConsentUnknown");

    private final String dpvTerm;

    ConsentStatus(String dpvTerm) {
        this.dpvTerm = dpvTerm;
    }

    /** The local name in the vocabulary's namespace. */
    public String dpvTerm() {
        return dpvTerm;
    }

    public boolean authorises() {
        return this == GIVEN || this == RENEWED;
    }

    /** Whether it can be taken back, because it allows something, or will once it is confirmed. */
    public boolean stands() {
        return authorises() || this == UNCONFIRMED;
    }
}
