package org.quitclaim.query.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.notice.NoticeElement;
import org.quitclaim.domain.notice.NoticeText;

/** A notice as queries show it. */
record NoticeView(NoticeId noticeId, Set<Purpose> purposes, List<Text> texts, boolean offered, Instant publishedAt) {
    record Text(String language, String sha256, Set<NoticeElement> covers) {
        static Text of(NoticeText text) {
            return new Text(text.language(), text.sha256(), text.covers());
        }
    }

    static NoticeView of(NoticeDocument document) {
        return new NoticeView(
                document.notice().id(),
                document.notice().purposes(),
                document.notice().texts().stream().map(Text::of).toList(),
                document.notice().offered(),
                document.publishedAt());
    }
}
