package org.quitclaim.command.governance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.HistoryCheck;
import org.quitclaim.domain.governance.GovernanceCommand.DoubtHistory;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.Doubts;
import org.quitclaim.eventstore.HistoryFaults;
import org.quitclaim.eventstore.HistoryFindings;
import org.quitclaim.eventstore.RefusedStart;
import org.quitclaim.eventstore.WholeHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the whole history while the server runs, and closes the gate where it is damaged.
 *
 * <p><b>Guarantees:</b> what names no stream becomes a doubt in the installation's stream, until an officer settles it or
 * the history is restored. A stream that is damaged closes the gate until the restart, which names it. What was known at
 * the start is not found again.
 */
final class RunningHistory {
    private static final Logger LOG = LoggerFactory.getLogger(RunningHistory.class);
    private static final String NOTHING_IS_CLEARED =
            "Nothing is cleared from now on, and withdrawing goes on. {} Restore the"
                    + " newest backup, or start with --whole-streams-only; see the runbook on a damaged history.";

    private final @Nullable WholeHistory file;
    private final HistoryFaults faults;
    private final Streams streams;
    private final Commands commands;
    private final Installation installation;

    /** @param file none where the events are on a server of their own, which has no file to look at */
    public RunningHistory(
            @Nullable WholeHistory file,
            HistoryFaults faults,
            Streams streams,
            Commands commands,
            Installation installation) {
        this.file = file;
        this.faults = faults;
        this.streams = streams;
        this.commands = commands;
        this.installation = installation;
    }

    void look() {
        if (file == null) {
            return;
        }
        try {
            take(file, file.look());
        } catch (RefusedStart e) {
            faults.report();
            LOG.error(NOTHING_IS_CLEARED, e.getMessage());
        }
    }

    private void take(WholeHistory file, HistoryFindings found) {
        List<Doubt> lost = HistoryCheck.lost(found);
        List<Doubt> news =
                lost.stream().filter(doubt -> !recorded().know(doubt)).toList();
        boolean damaged = found.damaged().keySet().stream().anyMatch(stream -> !faults.damages(stream))
                || found.kept().filter(fault -> !faults.knows(fault)).isPresent();
        if (damaged) {
            faults.report();
        }
        news.forEach(
                doubt -> commands.offer(new DoubtHistory(installation.id(), doubt), Origin.system("history-check")));
        if (!news.isEmpty() || damaged) {
            LOG.error(NOTHING_IS_CLEARED, found.said().orElse(""));
        }
        if (!lost.isEmpty() && lost.stream().allMatch(doubt -> recorded().know(doubt))) {
            file.noted();
        }
    }

    private Doubts recorded() {
        return streams.governance(installation.id()) instanceof Founded founded ? founded.doubts() : Doubts.NONE;
    }
}
