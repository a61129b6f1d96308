package org.quitclaim.eventstore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventData;

/**
 * What is wrong with the history: what the check at the start found, where somebody decided to serve the rest, and whether
 * something more was found since.
 *
 * <p><b>Guarantees:</b> who reads the whole history stops at any other gap in its positions. In the place of an event that
 * cannot be read a reader of the whole history is given {@link UnreadableEvent}, so that it comes past; a reader of that
 * stream is given nothing.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class HistoryFaults {
    private volatile List<PositionGap> gaps = List.of();
    private volatile Set<Long> unreadable = Set.of();
    private volatile Map<String, String> damaged = Map.of();
    private volatile Optional<String> notCompared = Optional.empty();
    private volatile boolean foundSince;

    /** @param streams what is wrong with each stream of which nothing is used */
    void are(List<PositionGap> missing, Set<Long> notReadable, Map<String, String> streams, Optional<String> kept) {
        notCompared = kept;
        gaps = List.copyOf(missing);
        unreadable = Set.copyOf(notReadable);
        damaged = Map.copyOf(streams);
    }

    /** Whether nothing of the stream is used. */
    public boolean damages(String stream) {
        return damaged.containsKey(stream);
    }

    /** Of how many streams nothing is used. */
    public int damagedStreams() {
        return damaged.size();
    }

    /** Whether this is why nothing could be compared with what is kept apart at the start already. */
    public boolean knows(String fault) {
        return notCompared.filter(fault::equals).isPresent();
    }

    /** Whether a fault was found while this process runs; the next start names it, or serves the rest. */
    public boolean foundSince() {
        return foundSince;
    }

    /** From now on nothing is cleared. */
    public void report() {
        foundSince = true;
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
            report();
            throw new PositionsMissing(found);
        }
    }

    private TrackedEventData<?> readable(TrackedEventData<?> event) {
        return unreadable.contains(StreamPosition.of(event.trackingToken())) ? UnreadableEvent.insteadOf(event) : event;
    }
}
