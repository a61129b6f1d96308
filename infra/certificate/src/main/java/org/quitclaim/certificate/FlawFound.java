package org.quitclaim.certificate;

/**
 * Ends a check at the first flaw, from wherever it was found.
 *
 * <p><b>Guarantees:</b> its text is the name of the flaw, and nothing of what was checked. It has no trace: it is an answer, and
 * whoever checks turns it into a refusal.
 */
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
