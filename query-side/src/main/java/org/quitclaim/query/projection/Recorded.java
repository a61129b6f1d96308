package org.quitclaim.query.projection;

import org.quitclaim.domain.DomainEvent;

/**
 * An event with its places.
 *
 * @param sequence counts from 0 within its stream
 * @param position counts from 1 over all streams
 */
public record Recorded(DomainEvent event, long sequence, long position) {
    public String stream() {
        return event.stream().value();
    }
}
