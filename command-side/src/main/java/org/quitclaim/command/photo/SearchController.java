package org.quitclaim.command.photo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.governance.GovernanceCommand.SetSearchPaused;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Patience;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How far looking for faces has come, and whether the library is looked through again. */
@RestController
@RequestMapping("/api/governance/detection")
class SearchController {
    private static final int MOST_SHOWN = 200;

    private final WhenDetectorImprovedThenLookAgain again;
    private final FaceSearch search;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Commands commands;
    private final Installation installation;
    private final Patience patience;
    private final Clock clock;

    SearchController(
            WhenDetectorImprovedThenLookAgain again,
            FaceSearch search,
            WorkIndex index,
            UpToDate upToDate,
            Commands commands,
            Installation installation,
            Patience patience,
            Clock clock) {
        this.again = again;
        this.search = search;
        this.index = index;
        this.upToDate = upToDate;
        this.commands = commands;
        this.installation = installation;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * @param detector what is installed
     * @param beingSearched uploads on which small faces are still being looked for
     * @param outdated photos on which it was looked with less; nothing new is cleared of them
     * @param looked photos that were looked at thoroughly at all
     * @param settleDays for how many days a mark of a later look is waited for
     * @param toSettle marks on photos that may be live, the ones due first; at most 200
     */
    record Standing(
            String detector,
            int smallestFacePixels,
            long beingSearched,
            long outdated,
            long looked,
            boolean paused,
            int settleDays,
            List<ToSettle> toSettle) {}

    /**
     * @param by from then on it counts against what is live
     * @param overdue whether that moment has passed
     */
    record ToSettle(PhotoId photoId, FaceId faceId, Instant by, boolean overdue) {}

    @GetMapping
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.ADMIN})
    Standing standing() {
        upToDate.await();
        return new Standing(
                search.detector(),
                search.smallestFacePixels(),
                count("select count(*) from todo where kind in (?, ?)", TodoKind.DETECT.name(), TodoKind.SEARCH.name()),
                again.outdated(),
                count("select count(*) from looked"),
                again.paused(),
                patience.days(),
                toSettle());
    }

    private List<ToSettle> toSettle() {
        Instant now = clock.instant();
        return index.all(
                "select detail, subject, not_before from todo where kind = ?"
                        + " union all select photo, face, settle_by from overdue order by 3 limit "
                        + MOST_SHOWN,
                row -> {
                    Instant by = Instant.ofEpochMilli(row.getLong(3));
                    return new ToSettle(
                            new PhotoId(row.getString(1)), new FaceId(row.getString(2)), by, !by.isAfter(now));
                },
                TodoKind.SETTLE.name());
    }

    @PostMapping("/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.ADMIN})
    void pause(Actor actor) {
        commands.send(new SetSearchPaused(installation.id(), true), Origins.of(actor));
    }

    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.ADMIN})
    void resume(Actor actor) {
        commands.send(new SetSearchPaused(installation.id(), false), Origins.of(actor));
        again.wake();
    }

    private long count(String query, Object... values) {
        return index.all(query, row -> row.getLong(1), values).getFirst();
    }
}
