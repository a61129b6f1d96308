package org.quitclaim.domain.notice;

import java.util.List;
import java.util.Set;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.id.NoticeId;

/** Orders to one notice. */
public sealed interface NoticeCommand extends DomainCommand {
    NoticeId notice();

    @Override
    default NoticeId target() {
        return notice();
    }

    /** Publishes a version for good. */
    record PublishNotice(NoticeId notice, Set<Purpose> purposes, List<NoticeText> texts)
            implements NoticeCommand, Creating {}

    /** Stops offering a version; consents given on it stay valid. */
    record RetireNotice(NoticeId notice) implements NoticeCommand {}
}
