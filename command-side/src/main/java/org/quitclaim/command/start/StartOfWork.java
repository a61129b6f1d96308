package org.quitclaim.command.start;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.subjects.SubjectSettings;
import org.quitclaim.command.consent.NotedNos;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.erasure.OrphanRemoval;
import org.quitclaim.command.erasure.WhenHistoryIsOlderThenErase;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.governance.HorizonSettings;
import org.quitclaim.command.organisation.Describing;
import org.quitclaim.command.organisation.OrganisationSettings;
import org.quitclaim.command.restore.WhenLedgerKnowsMoreThenSayAgain;
import org.quitclaim.command.staff.StaffAtStart;
import org.quitclaim.command.vocabulary.KeepingContexts;
import org.quitclaim.command.work.HistoryCheck;
import org.quitclaim.command.work.StartOrder;
import org.quitclaim.domain.governance.GovernanceCommand.DeclareHorizon;
import org.quitclaim.domain.governance.GovernanceCommand.DoubtHistory;
import org.quitclaim.domain.governance.GovernanceCommand.FoundInstallation;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.eventstore.WholeHistory;
import org.springframework.context.SmartLifecycle;

/**
 * What has to be true before the first request: the installation's stream exists and says how long
 * images of the machine are kept, exactly those of staff whom the history knows can log in, a restored history says every no
 * again, nothing unnamed is left of a crash, and the gallery holds exactly who may be matched.
 */
final class StartOfWork implements SmartLifecycle {
    private final Commands commands;
    private final Installation installation;
    private final GalleryKeeper gallery;
    private final OrphanRemoval orphans;
    private final WhenLedgerKnowsMoreThenSayAgain nos;
    private final NotedNos noted;
    private final WhenHistoryIsOlderThenErase restored;
    private final HorizonSettings horizon;
    private final StaffAtStart staff;
    private final HistoryCheck history;
    private final @Nullable WholeHistory file;
    private final Describing describing;
    private final OrganisationSettings organisation;
    private final KeepingContexts contexts;
    private final SubjectSettings subjects;
    private volatile boolean running;

    public StartOfWork(
            Commands commands,
            Installation installation,
            GalleryKeeper gallery,
            OrphanRemoval orphans,
            WhenLedgerKnowsMoreThenSayAgain nos,
            NotedNos noted,
            WhenHistoryIsOlderThenErase restored,
            HorizonSettings horizon,
            HistoryCheck history,
            @Nullable WholeHistory file,
            Describing describing,
            OrganisationSettings organisation,
            KeepingContexts contexts,
            SubjectSettings subjects,
            StaffAtStart staff) {
        this.commands = commands;
        this.installation = installation;
        this.gallery = gallery;
        this.orphans = orphans;
        this.nos = nos;
        this.noted = noted;
        this.restored = restored;
        this.horizon = horizon;
        this.staff = staff;
        this.history = history;
        this.file = file;
        this.describing = describing;
        this.organisation = organisation;
        this.contexts = contexts;
        this.subjects = subjects;
    }

    @Override
    public void start() {
        commands.offer(new FoundInstallation(installation.id()), Origin.system("start"));
        List<Doubt> lost = history.lost();
        Stream.concat(lost.stream(), history.clockBehind().stream())
                .forEach(doubt ->
                        commands.offer(new DoubtHistory(installation.id(), doubt), Origin.system("history-check")));
        if (!lost.isEmpty() && file != null) {
            file.noted();
        }
        Integer days = horizon.backupHorizonDays();
        if (days != null) {
            commands.offer(new DeclareHorizon(installation.id(), days), Origin.system("start"));
        }
        // in the words they were said in, before what only destroyed keys tell of
        nos.run();
        noted.run();
        restored.run();
        // after every no was said again: an account that ended stays shut
        staff.run();
        describing.atStart(organisation);
        contexts.atStart(subjects);
        orphans.atStart();
        gallery.load();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the feed of the lists, before the reconciler and the web server. */
    @Override
    public int getPhase() {
        return StartOrder.FOUNDATION;
    }
}
