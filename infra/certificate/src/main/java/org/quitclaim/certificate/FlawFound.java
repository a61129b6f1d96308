package org.quitclaim.certificate;

/** Ends a check. */
public final class FlawFound extends RuntimeException {
    private final Flaw flaw;

    public FlawFound(Flaw flaw) {
        super(flaw.name(), null, false, false);
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }
}
