package org.quitclaim.query.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Predicate;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.login.Admissions;
import org.quitclaim.query.projection.Change;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class LiveQueries {
    private final LiveFeed feed;

    private final Admissions admissions;
    private final List<ReachedChanges> reached;

    LiveQueries(LiveFeed feed, Admissions admissions, List<ReachedChanges> reached) {
        this.feed = feed;
        this.reached = List.copyOf(reached);
        this.admissions = admissions;
    }

    /** Server-sent events {@code changed} with {kind, id, position}; never more than ids, and of what the watcher sees. Ends with the right to them. */
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    SseEmitter watch(Actor actor, Reach reach, HttpServletRequest request) {
        return feed.watch(actor.id(), admissions.ofSender(request), hears(reach));
    }

    private Predicate<Change> hears(Reach reach) {
        return switch (reach) {
            case Reach.Everything everything -> any -> true;
            case Reach.OwnCollections own -> change -> reached.stream().anyMatch(kind -> kind.reaches(own, change));
        };
    }
}
