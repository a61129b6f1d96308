package org.quitclaim.domain.notice;

import java.util.List;
import java.util.Set;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.id.NoticeId;

/** What a notice is. */
public sealed interface NoticeState {
    record Unpublished() implements NoticeState {}

    /** Consents can be asked on it while {@code offered}. */
    record Published(NoticeId id, Set<Purpose> purposes, List<NoticeText> texts, boolean offered)
            implements NoticeState {}

    NoticeState NONE = new Unpublished();
}
