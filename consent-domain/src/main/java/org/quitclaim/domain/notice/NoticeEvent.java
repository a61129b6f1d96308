package org.quitclaim.domain.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.id.NoticeId;

/** What happened to one notice. */
public sealed interface NoticeEvent extends DomainEvent {
    NoticeId notice();

    @Override
    default NoticeId stream() {
        return notice();
    }

    /** A version of the text exists and will never change. */
    @Stored("notice.published")
    record NoticePublished(NoticeId notice, Set<Purpose> purposes, List<NoticeText> texts, Instant at)
            implements NoticeEvent {
        public NoticePublished {
            purposes = Ordered.set(purposes);
            texts = List.copyOf(texts);
        }
    }

    /** The version is no longer offered. */
    @Stored("notice.retired")
    record NoticeRetired(NoticeId notice, Instant at) implements NoticeEvent {}
}
