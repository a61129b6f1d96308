package org.quitclaim.command.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.rights.AskedBy;
import org.quitclaim.domain.rights.Concern;
import org.quitclaim.domain.rights.ExtensionReason;
import org.quitclaim.domain.rights.Outcome;
import org.quitclaim.domain.rights.RefusalReason;
import org.quitclaim.domain.rights.Right;
import org.quitclaim.domain.rights.RightsEvent;
import org.quitclaim.domain.rights.RightsEvent.RequestAnswered;
import org.quitclaim.domain.rights.RightsEvent.RequestReceived;
import org.quitclaim.domain.rights.RightsEvent.RequestRefused;
import org.quitclaim.domain.vault.RecordId;

/**
 * A request as the person and the officer see it, with what was written.
 *
 * @param statement what the person wrote; absent when nothing, or when it was erased
 * @param textLost whether the person wrote something that a restore could not bring back: ask her
 * @param explanation what was answered in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestView(
        RightsRequestId requestId,
        Right right,
        Concern concern,
        AskedBy askedBy,
        Instant receivedAt,
        LocalDate dueOn,
        State state,
        @Nullable ExtensionReason extendedFor,
        @Nullable Outcome outcome,
        @Nullable RefusalReason refusedFor,
        @Nullable Instant overAt,
        @Nullable String statement,
        boolean textLost,
        @Nullable String explanation) {
    /** Where it stands. */
    public enum State {
        OPEN,
        ANSWERED,
        REFUSED
    }

    /** @param events of one request, from its receipt on */
    static RequestView of(List<RightsEvent> events, Reading reading) {
        RequestReceived received = (RequestReceived) events.getFirst();
        RequestView view = new RequestView(
                received.request(),
                received.right(),
                received.concern(),
                received.askedBy(),
                received.at(),
                received.dueOn(),
                State.OPEN,
                null,
                null,
                null,
                null,
                text(received.statement(), reading),
                received.textLost(),
                null);
        for (RightsEvent event : events) {
            view = view.after(event, reading);
        }
        return view;
    }

    private RequestView after(RightsEvent event, Reading reading) {
        return switch (event) {
            case RequestReceived e -> this;
            case RightsEvent.RequestAlarmSounded e -> this;
            case RightsEvent.RequestExtended e ->
                new RequestView(
                        requestId,
                        right,
                        concern,
                        askedBy,
                        receivedAt,
                        e.dueOn(),
                        state,
                        e.reason(),
                        null,
                        null,
                        null,
                        statement,
                        textLost,
                        null);
            case RequestAnswered e -> over(State.ANSWERED, e.outcome(), null, e.at(), text(e.explanation(), reading));
            case RequestRefused e -> over(State.REFUSED, null, e.reason(), e.at(), text(e.explanation(), reading));
        };
    }

    private RequestView over(
            State how,
            @Nullable Outcome result,
            @Nullable RefusalReason refusal,
            Instant when,
            @Nullable String words) {
        return new RequestView(
                requestId,
                right,
                concern,
                askedBy,
                receivedAt,
                dueOn,
                how,
                extendedFor,
                result,
                refusal,
                when,
                statement,
                textLost,
                words);
    }

    private static @Nullable String text(List<RecordId> record, Reading reading) {
        return record.stream().findFirst().flatMap(reading::text).orElse(null);
    }
}
