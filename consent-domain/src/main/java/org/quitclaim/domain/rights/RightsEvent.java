package org.quitclaim.domain.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.vault.RecordId;

/** What happened to one request. */
public sealed interface RightsEvent extends DomainEvent {
    RightsRequestId request();

    @Override
    default RightsRequestId stream() {
        return request();
    }

    /** @param textLost whether she wrote something that a restore could not bring back */
    @Stored("rights.request-received")
    record RequestReceived(
            RightsRequestId request,
            PersonId person,
            Right right,
            Concern concern,
            AskedBy askedBy,
            ZoneId zone,
            LocalDate dueOn,
            List<RecordId> statement,
            boolean textLost,
            Instant at)
            implements RightsEvent {
        public RequestReceived {
            statement = List.copyOf(statement);
        }
    }

    @Stored("rights.request-extended")
    record RequestExtended(RightsRequestId request, LocalDate dueOn, ExtensionReason reason, Instant at)
            implements RightsEvent {}

    @Stored("rights.request-answered")
    record RequestAnswered(RightsRequestId request, Outcome outcome, List<RecordId> explanation, Instant at)
            implements RightsEvent {
        public RequestAnswered {
            explanation = List.copyOf(explanation);
        }
    }

    @Stored("rights.request-refused")
    record RequestRefused(RightsRequestId request, RefusalReason reason, List<RecordId> explanation, Instant at)
            implements RightsEvent {
        public RequestRefused {
            explanation = List.copyOf(explanation);
        }
    }

    @Stored("rights.request-alarm-sounded")
    record RequestAlarmSounded(RightsRequestId request, DueAlarm alarm, LocalDate dueOn, Instant at)
            implements RightsEvent {}
}
