package org.quitclaim.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** An event does not fit: whoever asked for it asked for too much at once. Nothing was stored. */
public final class EventTooLarge extends EventStoreException {
    private static final long serialVersionUID = 1L;

    EventTooLarge(String eventType, int mostBytes) {
        super("An event of type " + eventType + " exceeds " + mostBytes + " bytes");
    }
}
