package org.quitclaim.command.portal;

import java.time.Clock;
import java.util.List;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.LinkCommand.LapseSigning;

/** Writes down, at a tick of the clock, which links sign nothing any more. Nobody waits for it: the clock decides before. */
public final class WhenSigningIsOverThenLapse implements Runnable {
    private static final int AT_ONCE = 1_000;

    private final WorkIndex index;
    private final Commands commands;
    private final Clock clock;
    /** A thousand for which it fails are passed over by the next tick, and come again when all were reached. */
    private String reached = "";

    public WhenSigningIsOverThenLapse(WorkIndex index, Commands commands, Clock clock) {
        this.index = index;
        this.commands = commands;
        this.clock = clock;
    }

    private record Over(QuitclaimId quitclaim, LinkId link) {}

    @Override
    public void run() {
        List<Over> over = index.all(
                "select quitclaim, link from signing where ends_at <= ? and link > ? order by link limit " + AT_ONCE,
                row -> new Over(new QuitclaimId(row.getString(1)), new LinkId(row.getString(2))),
                clock.instant().toEpochMilli(),
                reached);
        ForEach.guarded(over, this::lapse);
        reached = over.size() < AT_ONCE ? "" : over.getLast().link().value();
    }

    private void lapse(Over over) {
        try {
            commands.send(new LapseSigning(over.quitclaim(), over.link()), Origin.system("link-clock"));
        } catch (RejectedException e) {
            index.settle("delete from signing where link = ?", over.link().value());
        }
    }
}
