package org.quitclaim.eventstore;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's store, but whoever reads along hears of each commit at once. Axon's own readers cannot be called, so its
 * processors would look every half second: that long a screen would show what is no longer so, and that long a processor
 * would take to stop.
 *
 * <p><b>Thread-safety:</b> safe; a stream is read by one thread at a time.
 */
final class PromptEventStore extends EmbeddedEventStore {
    private final GroupCommitEventStorageEngine engine;
    private final Set<CommittedEvents> readers = ConcurrentHashMap.newKeySet();

    /** @param builder with the same engine */
    PromptEventStore(Builder builder, GroupCommitEventStorageEngine engine) {
        super(builder);
        this.engine = engine;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        CommittedEvents stream = new CommittedEvents(engine, engine, token, readers::remove);
        readers.add(stream);
        return stream;
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        readers.forEach(CommittedEvents::committed);
    }
}
