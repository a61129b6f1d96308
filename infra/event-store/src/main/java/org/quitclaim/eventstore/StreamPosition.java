package org.quitclaim.eventstore;

import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Where an event stands among those of all streams.
 *
 * <p><b>Units:</b> counts from 1, 0 being before the first event, whatever the store. Axon Server's own tokens count from
 * 0: taken as they are, nobody could tell a store with one event from an empty one, and what was waited for would be one
 * event short.
 */
public final class StreamPosition {
    private StreamPosition() {}

    /** Of the event that carries the token, or up to which somebody with this token has read; 0 without one. */
    public static long of(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> 0;
            case GlobalSequenceTrackingToken fromZero -> fromZero.getGlobalIndex() + 1;
            default -> token.position().orElse(0);
        };
    }

    /** A token, of the kind that this store understands, of somebody who has read up to the position. */
    public static @Nullable TrackingToken token(long position, EventStore store) {
        if (position == 0) {
            return null;
        }
        return store.createHeadToken() instanceof GlobalSequenceTrackingToken
                ? new GlobalSequenceTrackingToken(position - 1)
                : GapAwareTrackingToken.newInstance(position, Set.of());
    }
}
