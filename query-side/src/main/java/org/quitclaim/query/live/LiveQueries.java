package org.quitclaim.query.live;

import jakarta.servlet.http.HttpServletRequest;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.login.Admissions;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class LiveQueries {
    private final LiveFeed feed;

    private final Admissions admissions;

    LiveQueries(LiveFeed feed, Admissions admissions) {
        this.feed = feed;
        this.admissions = admissions;
    }

    /** Server-sent events {@code changed} with {kind, id, position}; never more than ids. Ends with the right to them. */
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    SseEmitter watch(Actor actor, HttpServletRequest request) {
        return feed.watch(actor.id(), admissions.ofSender(request));
    }
}
