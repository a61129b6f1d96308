package org.quitclaim.eventstore;

import org.quitclaim.domain.history.HistoryDamaged;

/** Positions of the history hold no event, and nobody has been told of it. */
final class PositionsMissing extends HistoryDamaged {
    private static final long serialVersionUID = 1L;

    PositionsMissing(PositionGap gap) {
        super("The history lacks " + gap);
    }
}
