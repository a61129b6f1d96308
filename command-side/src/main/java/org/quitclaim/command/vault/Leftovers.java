package org.quitclaim.command.vault;

import java.time.Clock;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.governance.GovernanceCommand.DoubtHistory;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.history.Doubt.OlderThanLedger;
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
    private final Commands commands;
    private final Clock clock;

    public Leftovers(Streams streams, Installation installation, HistoryFaults faults, Commands commands, Clock clock) {
        this.streams = streams;
        this.installation = installation;
        this.faults = faults;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Something outside the history knows more than it: until an officer settles that, nothing is taken for a leftover,
     * however often the process starts anew. Told before what it knows is recorded, or a crash between would forget it.
     */
    public void historyIsOlder() {
        boolean known = streams.governance(installation.id()) instanceof Founded founded
                && founded.doubts().open().stream().anyMatch(open -> open.doubt() instanceof OlderThanLedger);
        if (!known) {
            OlderThanLedger doubt = new OlderThanLedger(clock.instant());
            commands.send(new DoubtHistory(installation.id(), doubt), Origin.system("history-check"));
        }
    }

    /** Whether no event is known to be missing, altered or unreadable, and no doubt about it is open. */
    public boolean mayBeDestroyed() {
        return !faults.foundSince()
                && faults.damagedStreams() == 0
                && streams.governance(installation.id()) instanceof Founded founded
                && founded.doubts().open().isEmpty();
    }
}
