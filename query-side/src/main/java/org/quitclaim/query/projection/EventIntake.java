package org.quitclaim.query.projection;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.ConcludesBatch;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.eventstore.StreamPosition;

/**
 * Hands a projection the events of one processor, a batch at a time.
 *
 * <p>The batch is written while its last event is handled, so before Axon stores the token: a crash in between repeats
 * the batch and loses nothing. What was gathered lies in the unit of work and is gone with it when the batch fails.
 */
final class EventIntake {
    private final Projection projection;
    private final ReadPositions positions;
    private final Changes changes;

    EventIntake(Projection projection, ReadPositions positions, Changes changes) {
        this.projection = projection;
        this.positions = positions;
        this.changes = changes;
    }

    @EventHandler
    public void on(EventMessage<?> message, TrackingToken token, @ConcludesBatch boolean last) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        List<Recorded> batch = unit.getOrComputeResource(EventIntake.class.getName(), key -> new ArrayList<>());
        if (batch.isEmpty()) {
            unit.onRollback(failed -> projection.forget());
        }
        long position = StreamPosition.of(token);
        if (projection.wants(message.getPayloadType()) && message instanceof DomainEventMessage<?> stored) {
            batch.add(new Recorded((DomainEvent) stored.getPayload(), stored.getSequenceNumber(), position));
        }
        if (last) {
            List<Change> written = batch.isEmpty() ? List.of() : projection.apply(List.copyOf(batch));
            positions.reached(projection.name(), position);
            changes.written(written, position);
        }
    }
}
