package org.quitclaim.eventstore;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventData;

/**
 * What the check at the start found to be missing or unreadable, where somebody decided to serve the rest.
 *
 * <p><b>Guarantees:</b> who reads the whole history stops at any other gap in its positions. In the place of an event that
 * cannot be read a reader of the whole history is given {@link UnreadableEvent}, so that it comes past; a reader of that
 * stream is given nothing.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class KnownLosses {
    private volatile List<PositionGap> gaps = List.of();
    private volatile Set<Long> unreadable = Set.of();
    private volatile Map<String, String> damaged = Map.of();

    /** @param streams what is wrong with each stream of which nothing is used */
    void are(List<PositionGap> missing, Set<Long> notReadable, Map<String, String> streams) {
        gaps = List.copyOf(missing);
        unreadable = Set.copyOf(notReadable);
        damaged = Map.copyOf(streams);
    }

    /** @throws StreamDamaged if nothing of the stream is used */
    void requireWhole(String stream) {
        String what = damaged.get(stream);
        if (what != null) {
            throw new StreamDamaged(stream, what);
        }
    }

    /** @throws PositionsMissing if what was fetched does not follow on the position */
    List<? extends TrackedEventData<?>> through(long position, List<? extends TrackedEventData<?>> fetched) {
        long next = position + 1;
        for (TrackedEventData<?> event : fetched) {
            long at = StreamPosition.of(event.trackingToken());
            if (at > next) {
                require(new PositionGap(next, at - 1));
            }
            next = at + 1;
        }
        return unreadable.isEmpty()
                ? fetched
                : fetched.stream().map(this::readable).toList();
    }

    private void require(PositionGap found) {
        if (gaps.stream().noneMatch(known -> known.holds(found))) {
            throw new PositionsMissing(found);
        }
    }

    private TrackedEventData<?> readable(TrackedEventData<?> event) {
        return unreadable.contains(StreamPosition.of(event.trackingToken())) ? UnreadableEvent.insteadOf(event) : event;
    }
}
