package org.quitclaim.eventstore.axonserver;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc.EventStoreImplBase;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.quitclaim.eventstore.axonserver.AxonServerStandIn.BreakOff;

/** The calls of the event store that the product makes; any other is answered that it is not implemented. */
final class EventStoreAnswers extends EventStoreImplBase {
    private final History history;
    private final Predicate<BreakOff> breaksOff;

    /** @param breaksOff asked at each moment of an append; where it is so, nobody is there to answer any more */
    EventStoreAnswers(History history, Predicate<BreakOff> breaksOff) {
        this.history = history;
        this.breaksOff = breaksOff;
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        List<Event> transaction = new ArrayList<>();
        return new Incoming<>(answer) {
            @Override
            public void onNext(Event event) {
                transaction.add(event);
            }

            @Override
            public void onCompleted() {
                if (breaksOff.test(BreakOff.BEFORE_STORING)) {
                    return;
                }
                try {
                    history.append(transaction);
                } catch (StatusRuntimeException refused) {
                    answer.onError(refused);
                    return;
                }
                if (!breaksOff.test(BreakOff.AFTER_STORING)) {
                    confirm(answer);
                }
            }
        };
    }

    private static void confirm(StreamObserver<Confirmation> answer) {
        answer.onNext(Confirmation.newBuilder().setSuccess(true).build());
        answer.onCompleted();
    }

    @Override
    public void appendSnapshot(Event snapshot, StreamObserver<Confirmation> answer) {
        history.keep(snapshot);
        confirm(answer);
    }

    @Override
    public void listAggregateEvents(GetAggregateEventsRequest request, StreamObserver<Event> answer) {
        String stream = request.getAggregateId();
        long last = request.getMaxSequence() == 0 ? Long.MAX_VALUE : request.getMaxSequence();
        history.stream(stream, request.getInitialSequence(), last).forEach(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public void listAggregateSnapshots(GetAggregateSnapshotsRequest request, StreamObserver<Event> answer) {
        history.snapshots(
                        request.getAggregateId(),
                        request.getInitialSequence(),
                        request.getMaxSequence(),
                        request.getMaxResults())
                .forEach(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> answer) {
        EventFeed feed = new EventFeed(history, answer);
        ((ServerCallStreamObserver<EventWithToken>) answer).setOnCancelHandler(feed::end);
        return new Incoming<>(answer) {
            @Override
            public void onNext(GetEventsRequest request) {
                feed.on(request);
            }
        };
    }

    @Override
    public void readHighestSequenceNr(
            ReadHighestSequenceNrRequest request, StreamObserver<ReadHighestSequenceNrResponse> answer) {
        answer.onNext(ReadHighestSequenceNrResponse.newBuilder()
                .setToSequenceNr(history.highest(request.getAggregateId()))
                .build());
        answer.onCompleted();
    }

    @Override
    public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> answer) {
        tell(0, answer);
    }

    @Override
    public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answer) {
        tell(history.size() - 1L, answer);
    }

    private static void tell(long token, StreamObserver<TrackingToken> answer) {
        answer.onNext(TrackingToken.newBuilder().setToken(token).build());
        answer.onCompleted();
    }
}
