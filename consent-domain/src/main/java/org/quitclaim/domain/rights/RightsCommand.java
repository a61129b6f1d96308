package org.quitclaim.domain.rights;

import java.time.ZoneId;
import java.util.List;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.vault.RecordId;

/** Orders to one request. What somebody wrote is sealed, and named by a list of at most one record. */
public sealed interface RightsCommand extends DomainCommand {
    RightsRequestId request();

    @Override
    default RightsRequestId target() {
        return request();
    }

    /** @param zone in which the days until it is due are counted */
    record ReceiveRequest(
            RightsRequestId request,
            PersonId person,
            Right right,
            Concern concern,
            AskedBy askedBy,
            ZoneId zone,
            List<RecordId> statement)
            implements RightsCommand, Creating {
        public ReceiveRequest {
            statement = List.copyOf(statement);
        }
    }

    /** Somebody asked for it after this history was copied; what she wrote is not in it. */
    record RestoreRequest(RightsRequestId request, RightsEvent.RequestReceived received)
            implements RightsCommand, Creating {}

    /** Once, by two months. Source: GDPR Art. 12(3). */
    record ExtendRequest(RightsRequestId request, ExtensionReason reason) implements RightsCommand {}

    record AnswerRequest(RightsRequestId request, Outcome outcome, List<RecordId> explanation)
            implements RightsCommand {
        public AnswerRequest {
            explanation = List.copyOf(explanation);
        }
    }

    record RefuseRequest(RightsRequestId request, RefusalReason reason, List<RecordId> explanation)
            implements RightsCommand {
        public RefuseRequest {
            explanation = List.copyOf(explanation);
        }
    }

    record SoundRequestAlarm(RightsRequestId request, DueAlarm alarm) implements RightsCommand {}
}
