package org.quitclaim.eventstore;

/** The line with which a damaged history is refused: what is wrong where, and what to do next. */
public final class HistoryRefusal {
    public static final String CODE = "start.history-damaged";

    private HistoryRefusal() {}

    public static RefusedStart of(HistoryFindings found) {
        return new RefusedStart(
                CODE,
                found.said().orElseThrow()
                        + " Restore the newest backup (./quitclaim restore DIR), or serve the rest"
                        + " (./quitclaim up --whole-streams-only). Nothing was changed.");
    }
}
