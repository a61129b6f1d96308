package org.quitclaim.query.projection;

import java.util.Optional;
import org.quitclaim.domain.DomainEvent;

/**
 * How the documents of one kind are folded, each from one stream.
 *
 * @param <D> the document
 */
public interface StreamView<D extends ReadDocument> {
    /** The family of events whose streams these are. */
    Class<? extends DomainEvent> family();

    DocumentCollection<D> documents();

    /** The document after the event; empty while there is none. */
    Optional<D> fold(Optional<D> before, Recorded event);

    /** Whether an event of the family changes what is shown; what does not is not folded. */
    default boolean shows(Class<?> event) {
        return family().isAssignableFrom(event);
    }
}
