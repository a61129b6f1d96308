package org.quitclaim.command.governance;

import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.history.Doubts;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.eventstore.HistoryFaults;

/**
 * Whether the history is whole: the doubts in the installation's stream, and what this process found itself.
 *
 * <p><b>Guarantees:</b> the stream is asked every time, so a doubt counts from the moment at which it was recorded.
 */
public final class HistoryStanding implements HistoryTrust {
    /** Something was found while the server runs, and is named by the next start. */
    static final String FAULT_FOUND = "history.fault-found";

    private final Streams streams;
    private final Installation installation;
    private final HistoryFaults faults;

    public HistoryStanding(Streams streams, Installation installation, HistoryFaults faults) {
        this.streams = streams;
        this.installation = installation;
        this.faults = faults;
    }

    Doubts recorded() {
        return streams.governance(installation.id()) instanceof Founded founded ? founded.doubts() : Doubts.NONE;
    }

    @Override
    public List<String> doubts() {
        return Stream.concat(
                        faults.foundSince() ? Stream.of(FAULT_FOUND) : Stream.empty(),
                        recorded().open().stream().map(open -> open.doubt().code()))
                .distinct()
                .toList();
    }

    @Override
    public boolean damaged(OpaqueId stream) {
        return faults.damages(stream.value());
    }
}
