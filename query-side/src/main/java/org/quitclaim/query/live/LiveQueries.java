package org.quitclaim.query.live;

import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class LiveQueries {
    private final LiveFeed feed;

    LiveQueries(LiveFeed feed) {
        this.feed = feed;
    }

    /** Server-sent events {@code changed} with {kind, id, position}; never more than ids. */
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    SseEmitter watch() {
        return feed.watch();
    }
}
