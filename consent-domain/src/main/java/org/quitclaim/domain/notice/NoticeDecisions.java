package org.quitclaim.domain.notice;

import java.time.Instant;
import java.util.EnumSet;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.notice.NoticeCommand.PublishNotice;
import org.quitclaim.domain.notice.NoticeCommand.RetireNotice;
import org.quitclaim.domain.notice.NoticeEvent.NoticePublished;
import org.quitclaim.domain.notice.NoticeEvent.NoticeRetired;
import org.quitclaim.domain.notice.NoticeState.Published;
import org.quitclaim.domain.notice.NoticeState.Unpublished;

/** Decides about notices: complete once, then immutable. */
public final class NoticeDecisions {
    private NoticeDecisions() {}

    public static Decision<NoticeEvent> decide(NoticeState state, NoticeCommand command, Instant at) {
        return switch (command) {
            case PublishNotice publish -> publish(state, publish, at);
            case RetireNotice retire -> retire(state, retire, at);
        };
    }

    public static NoticeState evolve(NoticeState state, NoticeEvent event) {
        return switch (event) {
            case NoticePublished e -> new Published(e.notice(), e.purposes(), e.texts(), true);
            case NoticeRetired e ->
                switch (state) {
                    case Published p -> new Published(p.id(), p.purposes(), p.texts(), false);
                    case Unpublished u -> u;
                };
        };
    }

    private static Decision<NoticeEvent> publish(NoticeState state, PublishNotice command, Instant at) {
        if (state instanceof Published) {
            return Decision.reject(NoticeRejection.ALREADY_PUBLISHED);
        }
        if (command.purposes().isEmpty()) {
            return Decision.reject(NoticeRejection.NO_PURPOSE);
        }
        if (command.texts().isEmpty()) {
            return Decision.reject(NoticeRejection.NO_TEXT);
        }
        if (command.texts().stream().map(NoticeText::language).distinct().count()
                < command.texts().size()) {
            return Decision.reject(NoticeRejection.LANGUAGE_TWICE);
        }
        if (command.texts().stream().anyMatch(text -> !text.covers().containsAll(EnumSet.allOf(NoticeElement.class)))) {
            return Decision.reject(NoticeRejection.INCOMPLETE);
        }
        return Decision.accept(new NoticePublished(command.notice(), command.purposes(), command.texts(), at));
    }

    private static Decision<NoticeEvent> retire(NoticeState state, RetireNotice command, Instant at) {
        return switch (state) {
            case Unpublished u -> Decision.reject(NoticeRejection.NOT_PUBLISHED);
            case Published p ->
                p.offered()
                        ? Decision.accept(new NoticeRetired(command.notice(), at))
                        : Decision.reject(NoticeRejection.ALREADY_RETIRED);
        };
    }
}
