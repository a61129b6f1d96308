package org.quitclaim.query.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.rights.AskedBy;
import org.quitclaim.domain.rights.Concern;
import org.quitclaim.domain.rights.ExtensionReason;
import org.quitclaim.domain.rights.Outcome;
import org.quitclaim.domain.rights.RefusalReason;
import org.quitclaim.domain.rights.Right;

/**
 * A request as the list shows it; what was written is not in it.
 *
 * @param alarm how urgent an open one is; absent when there is time, and when it is over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RightsRequestView(
        RightsRequestId requestId,
        PersonId personId,
        Right right,
        Concern concern,
        AskedBy askedBy,
        Instant receivedAt,
        LocalDate dueOn,
        State state,
        @Nullable ExtensionReason extendedFor,
        @Nullable DueAlarm alarm,
        @Nullable Outcome outcome,
        @Nullable RefusalReason refusedFor,
        @Nullable Instant overAt) {
    /** Where it stands. */
    enum State {
        OPEN,
        ANSWERED,
        REFUSED
    }

    static RightsRequestView of(RightsRequestDocument document) {
        return new RightsRequestView(
                document.id(),
                document.person(),
                document.right(),
                document.concern(),
                document.askedBy(),
                document.receivedAt(),
                document.dueOn(),
                state(document),
                last(document.extendedFor()),
                document.isOpen() ? last(document.alarms()) : null,
                last(document.outcome()),
                last(document.refusedFor()),
                last(document.overAt()));
    }

    private static State state(RightsRequestDocument document) {
        if (document.isOpen()) {
            return State.OPEN;
        }
        return document.outcome().isEmpty() ? State.REFUSED : State.ANSWERED;
    }

    private static <T> @Nullable T last(List<T> values) {
        return values.isEmpty() ? null : values.getLast();
    }
}
