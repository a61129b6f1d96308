package org.quitclaim.query.notice;

import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.web.Asked;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NoticeQueries {
    private final NoticeProjector notices;

    NoticeQueries(NoticeProjector notices) {
        this.notices = notices;
    }

    @GetMapping("/api/notices")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Page<NoticeView> list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Asked.DEFAULT_LIMIT) int limit) {
        return notices.documents()
                .page(Asked.cursor(cursor), Asked.limit(limit))
                .map(NoticeView::of);
    }

    @GetMapping("/api/notices/{id}")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    NoticeView get(@PathVariable String id) {
        return notices.documents()
                .find(new NoticeId(id).value())
                .map(NoticeView::of)
                .orElseThrow(Asked::unknownId);
    }
}
