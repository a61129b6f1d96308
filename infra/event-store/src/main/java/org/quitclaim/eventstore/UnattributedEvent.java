package org.quitclaim.eventstore;

/** An event was to be appended that does not say who acted. A bug, never a user's mistake: nothing was stored. */
final class UnattributedEvent extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnattributedEvent(Class<?> event) {
        super("Nothing was stored: " + event.getSimpleName() + " does not say who acted");
    }

    UnattributedEvent(Class<?> event, IllegalArgumentException cause) {
        super("Nothing was stored: what " + event.getSimpleName() + " says of who acted is not well-formed", cause);
    }
}
