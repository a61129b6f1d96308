package org.quitclaim.command.vault;

import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.eventstore.HistoryFaults;

/**
 * Whether what no event names is the leftover of a crash. Where events are missing it may be named by one of them, which a
 * backup still holds: then it stays.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Leftovers {
    private final Streams streams;
    private final Installation installation;
    private final HistoryFaults faults;
    private volatile boolean older;

    public Leftovers(Streams streams, Installation installation, HistoryFaults faults) {
        this.streams = streams;
        this.installation = installation;
        this.faults = faults;
    }

    /** Something outside the history knows more than it; until the next start nothing is taken for a leftover. */
    public void historyIsOlder() {
        older = true;
    }

    /** Whether no event is known to be missing, altered or unreadable, and no doubt about it is open. */
    public boolean mayBeDestroyed() {
        return !older
                && !faults.foundSince()
                && faults.damagedStreams() == 0
                && streams.governance(installation.id()) instanceof Founded founded
                && founded.doubts().open().isEmpty();
    }
}
