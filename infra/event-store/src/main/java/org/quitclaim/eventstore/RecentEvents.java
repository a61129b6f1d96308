package org.quitclaim.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The last events as they were committed, for readers that follow close behind: they need not be read from the file and
 * parsed again.
 *
 * <p><b>Guarantees:</b> only what is on disk is in here, in order and without a gap; whoever is further behind than
 * {@value #KEPT} events is told nothing and reads the file. An event is the same as the file would give it.
 *
 * <p><b>Thread-safety:</b> safe; one thread adds.
 */
final class RecentEvents {
    static final int KEPT = 2_048;

    private final DomainEventMessage<?>[] ring = new DomainEventMessage<?>[KEPT];
    private long first = 1;
    private long next = 1;

    /** What was just committed, whose first event is at {@code position}. */
    synchronized void add(long position, List<? extends DomainEventMessage<?>> committed) {
        if (position != next) {
            first = position;
            next = position;
        }
        for (DomainEventMessage<?> event : committed) {
            ring[(int) (next++ % KEPT)] = event;
        }
        first = Math.max(first, next - KEPT);
    }

    /** What follows the token in a store whose last event is at {@code head}; empty when the file has to be asked. */
    Optional<Stream<? extends TrackedEventMessage<?>>> after(@Nullable TrackingToken token, long head) {
        if (!(token instanceof GapAwareTrackingToken known) || known.hasGaps()) {
            return Optional.empty();
        }
        long from = known.getIndex() + 1;
        if (from > head) {
            return Optional.of(Stream.empty());
        }
        List<? extends DomainEventMessage<?>> found;
        synchronized (this) {
            if (from < first || from >= next) {
                return Optional.empty();
            }
            found = IntStream.range(0, (int) (next - from))
                    .mapToObj(i -> ring[(int) ((from + i) % KEPT)])
                    .toList();
        }
        return Optional.of(IntStream.range(0, found.size()).mapToObj(i -> tracked(from + i, found.get(i))));
    }

    private static <T> TrackedEventMessage<T> tracked(long position, DomainEventMessage<T> event) {
        return new GenericTrackedDomainEventMessage<>(
                GapAwareTrackingToken.newInstance(position, Set.of()),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event,
                event::getTimestamp);
    }
}
