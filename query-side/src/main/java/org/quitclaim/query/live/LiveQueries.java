package org.quitclaim.query.live;

import java.util.List;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class LiveQueries {
    private final LiveFeed feed;
    private final List<ReachedChanges> reached;

    LiveQueries(LiveFeed feed, List<ReachedChanges> reached) {
        this.feed = feed;
        this.reached = List.copyOf(reached);
    }

    /** Server-sent events {@code changed} with {kind, id, position}; never more than ids, and of what the watcher sees. */
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    SseEmitter watch(Reach reach) {
        return switch (reach) {
            case Reach.Everything everything -> feed.watch(any -> true);
            case Reach.OwnCollections own ->
                feed.watch(change -> reached.stream().anyMatch(kind -> kind.reaches(own, change)));
        };
    }
}
