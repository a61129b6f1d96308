package org.quitclaim.access.problem;

import org.quitclaim.domain.Rejection;

/**
 * Carries a refusal to the edge, where it becomes a problem detail. Thrown once, at the shell around a decision.
 *
 * <p><b>Guarantees:</b> the text is the refusal's code; no stack trace, because a refusal is no bug.
 */
public final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // every refusal is an enum constant or a record of codes
    private final Rejection rejection;

    public RejectedException(Rejection rejection) {
        super(rejection.code(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
