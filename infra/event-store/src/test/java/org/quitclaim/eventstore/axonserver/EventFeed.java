package org.quitclaim.eventstore.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.PayloadDescription;
import io.grpc.stub.StreamObserver;
import java.util.HashSet;
import java.util.Set;

/** Gives one reader the events from a token on, as they come, and never more of them than it has permitted. */
final class EventFeed {
    private final History history;
    private final StreamObserver<EventWithToken> reader;
    private final Set<PayloadDescription> unwanted = new HashSet<>();
    private final Runnable more = this::give;
    private boolean begun;
    private boolean ended;
    private long next;
    private long permits;

    EventFeed(History history, StreamObserver<EventWithToken> reader) {
        this.history = history;
        this.reader = reader;
    }

    /** The first one says from where, later ones permit more. */
    void on(GetEventsRequest request) {
        synchronized (this) {
            if (!begun) {
                begun = true;
                next = request.getTrackingToken();
                history.follow(more);
            }
            permits += request.getNumberOfPermits();
            unwanted.addAll(request.getBlacklistList());
        }
        give();
    }

    private synchronized void give() {
        while (!ended && permits > 0 && next < history.size()) {
            Event event = history.event(next);
            if (!unwanted.contains(description(event))) {
                reader.onNext(EventWithToken.newBuilder()
                        .setToken(next)
                        .setEvent(event)
                        .build());
                permits--;
            }
            next++;
        }
    }

    private static PayloadDescription description(Event event) {
        return PayloadDescription.newBuilder()
                .setType(event.getPayload().getType())
                .setRevision(event.getPayload().getRevision())
                .build();
    }

    synchronized void end() {
        ended = true;
        history.forget(more);
    }
}
