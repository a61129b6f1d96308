package org.quitclaim.domain.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.rights.RightsCommand.AnswerRequest;
import org.quitclaim.domain.rights.RightsCommand.ExtendRequest;
import org.quitclaim.domain.rights.RightsCommand.ReceiveRequest;
import org.quitclaim.domain.rights.RightsCommand.RefuseRequest;
import org.quitclaim.domain.rights.RightsCommand.RestoreRequest;
import org.quitclaim.domain.rights.RightsCommand.SoundRequestAlarm;
import org.quitclaim.domain.rights.RightsEvent.RequestAlarmSounded;
import org.quitclaim.domain.rights.RightsEvent.RequestAnswered;
import org.quitclaim.domain.rights.RightsEvent.RequestExtended;
import org.quitclaim.domain.rights.RightsEvent.RequestReceived;
import org.quitclaim.domain.rights.RightsEvent.RequestRefused;
import org.quitclaim.domain.rights.RightsState.Open;
import org.quitclaim.domain.rights.RightsState.Over;
import org.quitclaim.domain.rights.RightsState.Request;
import org.quitclaim.domain.rights.RightsState.Unreceived;

/**
 * Decides about requests of persons.
 *
 * <p><b>Guarantees:</b> due one calendar month after the day of receipt in the zone of the request, extended at most once,
 * by two months, and not any more when the due date is over; answered or refused once.
 *
 * <p><b>Source:</b> GDPR Art. 12(3) to (5); Regulation 1182/71 Art. 3 on counting months; R48.
 */
public final class RightsDecisions {
    private static final int MONTHS = 1;
    private static final int FURTHER_MONTHS = 2;

    private RightsDecisions() {}

    public static Decision<RightsEvent> decide(RightsState state, RightsCommand command, Instant at) {
        return switch (state) {
            case Unreceived u -> decideUnreceived(command, at);
            case Open open -> decideOpen(open, command, at);
            case Over over ->
                Decision.reject(
                        command instanceof Creating ? RightsRejection.ALREADY_RECEIVED : RightsRejection.ALREADY_OVER);
        };
    }

    private static Decision<RightsEvent> decideUnreceived(RightsCommand command, Instant at) {
        return switch (command) {
            case ReceiveRequest c -> receive(c, at);
            case RestoreRequest(RightsRequestId id, RequestReceived e) ->
                Decision.accept(new RequestReceived(
                        id,
                        e.person(),
                        e.right(),
                        e.concern(),
                        e.askedBy(),
                        e.zone(),
                        e.dueOn(),
                        List.of(),
                        e.textLost() || !e.statement().isEmpty(),
                        // received when she sent it, not when it was brought back
                        e.at()));
            case ExtendRequest c -> Decision.reject(RightsRejection.UNKNOWN_REQUEST);
            case AnswerRequest c -> Decision.reject(RightsRejection.UNKNOWN_REQUEST);
            case RefuseRequest c -> Decision.reject(RightsRejection.UNKNOWN_REQUEST);
            case SoundRequestAlarm c -> Decision.reject(RightsRejection.UNKNOWN_REQUEST);
        };
    }

    private static Decision<RightsEvent> receive(ReceiveRequest c, Instant at) {
        if (!c.concern().fits(c.right())) {
            return Decision.reject(RightsRejection.OTHER_CONCERN);
        }
        LocalDate dueOn = LocalDate.ofInstant(at, c.zone()).plusMonths(MONTHS);
        return Decision.accept(new RequestReceived(
                c.request(),
                c.person(),
                c.right(),
                c.concern(),
                c.askedBy(),
                c.zone(),
                dueOn,
                c.statement(),
                false,
                at));
    }

    private static Decision<RightsEvent> decideOpen(Open open, RightsCommand command, Instant at) {
        Right right = open.request().right();
        return switch (command) {
            case ReceiveRequest c -> Decision.reject(RightsRejection.ALREADY_RECEIVED);
            case RestoreRequest c -> Decision.reject(RightsRejection.ALREADY_RECEIVED);
            case ExtendRequest c -> extend(open.request(), c, at);
            case AnswerRequest c ->
                c.outcome().fits(right)
                        ? Decision.accept(new RequestAnswered(c.request(), c.outcome(), c.explanation(), at))
                        : Decision.reject(RightsRejection.OTHER_OUTCOME);
            case RefuseRequest c ->
                c.reason().fits(right)
                        ? Decision.accept(new RequestRefused(c.request(), c.reason(), c.explanation(), at))
                        : Decision.reject(RightsRejection.OTHER_REASON);
            case SoundRequestAlarm c ->
                open.alarms().contains(c.alarm())
                        ? Decision.reject(RightsRejection.ALREADY_SOUNDED)
                        : Decision.accept(new RequestAlarmSounded(
                                c.request(), c.alarm(), open.request().dueOn(), at));
        };
    }

    private static Decision<RightsEvent> extend(Request request, ExtendRequest c, Instant at) {
        if (request.extended()) {
            return Decision.reject(RightsRejection.ALREADY_EXTENDED);
        }
        return LocalDate.ofInstant(at, request.zone()).isAfter(request.dueOn())
                ? Decision.reject(RightsRejection.EXTENSION_TOO_LATE)
                : Decision.accept(
                        new RequestExtended(c.request(), request.dueOn().plusMonths(FURTHER_MONTHS), c.reason(), at));
    }

    public static RightsState evolve(RightsState state, RightsEvent event) {
        if (event instanceof RequestReceived e) {
            return new Open(
                    new Request(e.request(), e.person(), e.right(), e.concern(), e.zone(), e.dueOn(), false), Set.of());
        }
        return state instanceof Open open ? evolveOpen(open, event) : state;
    }

    private static RightsState evolveOpen(Open open, RightsEvent event) {
        return switch (event) {
            case RequestReceived e -> open;
            case RequestExtended e -> open.extendedTo(e.dueOn());
            case RequestAnswered e -> new Over(open.request());
            case RequestRefused e -> new Over(open.request());
            case RequestAlarmSounded e -> open.sounded(e.alarm());
        };
    }
}
