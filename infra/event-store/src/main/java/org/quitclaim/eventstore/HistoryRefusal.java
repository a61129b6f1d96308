package org.quitclaim.eventstore;

/** The line with which a damaged history is refused: what is wrong where, and what to do next. */
public final class HistoryRefusal {
    public static final String CODE = "start.history-damaged";
    /** The end of the history is missing, and nothing else is known to be wrong. */
    public static final String SHORTER = "start.history-shorter";

    /** What to do about a history that is not whole. */
    public static final String NEXT = " Restore the newest backup (./quitclaim restore DIR), or serve the rest"
            + " (./quitclaim up --whole-streams-only). Nothing was changed.";

    private HistoryRefusal() {}

    public static RefusedStart of(HistoryFindings found) {
        boolean onlyEnd = found.end().isPresent()
                && found.damaged().isEmpty()
                && found.unexplained().isEmpty()
                && found.altered().isEmpty()
                && found.kept().isEmpty();
        return new RefusedStart(onlyEnd ? SHORTER : CODE, found.said().orElseThrow() + NEXT);
    }
}
