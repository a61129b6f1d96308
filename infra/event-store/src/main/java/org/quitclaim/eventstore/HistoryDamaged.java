package org.quitclaim.eventstore;

/**
 * The history cannot be read as it was written: what is left of it is never taken for the whole, since what is missing
 * may be a withdrawal.
 */
public abstract sealed class HistoryDamaged extends RuntimeException permits StreamDamaged, PositionsMissing {
    private static final long serialVersionUID = 1L;

    HistoryDamaged(String message) {
        super(message);
    }
}
