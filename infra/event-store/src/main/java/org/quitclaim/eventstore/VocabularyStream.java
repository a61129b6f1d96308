package org.quitclaim.eventstore;

import java.util.Iterator;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.domain.id.VocabularyId;
import org.quitclaim.domain.vocabulary.ReadVocabulary;
import org.quitclaim.domain.vocabulary.VocabularyDecisions;
import org.quitclaim.domain.vocabulary.VocabularyEvent;
import org.quitclaim.domain.vocabulary.VocabularyState;

/**
 * Reads the list of contexts for both sides, and goes on from where it stopped; the store is asked every time.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class VocabularyStream implements ReadVocabulary {
    private final EventStore store;
    private volatile Folded last = new Folded("", VocabularyState.NONE, 0);

    VocabularyStream(EventStore store) {
        this.store = store;
    }

    private record Folded(String id, VocabularyState state, long events) {}

    @Override
    public VocabularyState read(VocabularyId id) {
        Folded before = last;
        Folded now = before.id().equals(id.value()) ? before : new Folded(id.value(), VocabularyState.NONE, 0);
        try {
            Iterator<? extends DomainEventMessage<?>> events =
                    store.readEvents(id.value(), now.events()).asStream().iterator();
            while (events.hasNext()) {
                DomainEventMessage<?> event = events.next();
                now = new Folded(
                        id.value(),
                        VocabularyDecisions.evolve(now.state(), (VocabularyEvent) event.getPayload()),
                        event.getSequenceNumber() + 1);
            }
        } catch (StreamDamaged e) {
            return new VocabularyState.Begun(id, Map.of());
        }
        last = now;
        return now.state();
    }
}
