package org.quitclaim.eventstore;

/**
 * Tells how far the event store has come.
 *
 * <p><b>Guarantees:</b> asked after a command was answered, the position is at or behind none of that command's events,
 * so a reader that has processed up to it has seen them.
 *
 * <p><b>Units:</b> positions count events from 1 over all streams, without gaps; 0 is an empty store.
 *
 * <p><b>Thread-safety:</b> safe; on SQLite a volatile read.
 */
@FunctionalInterface
public interface StreamHead {
    long position();
}
