package org.quitclaim.domain.history;

/**
 * The history cannot be read as it was written: what is left of it is never taken for the whole, since what is missing
 * may be a withdrawal.
 *
 * <p><b>Guarantees:</b> the message names no id.
 */
public abstract class HistoryDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected HistoryDamaged(String message) {
        super(message);
    }
}
