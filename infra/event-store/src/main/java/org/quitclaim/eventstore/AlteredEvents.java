package org.quitclaim.eventstore;

/**
 * Events that are not as they were written, or as they were when they were accepted: {@code first} and {@code last} among them.
 *
 * @param type of the first of them, as it is now
 * @param content of all of them as they are now, 16 hexadecimal digits of a digest: who accepts this accepts nothing else
 */
public record AlteredEvents(long first, long last, String type, String content) {
    @Override
    public String toString() {
        return first == last
                ? "At position " + first + " an event " + type + " is not as it was written."
                : "At positions " + first + " to " + last + ", from an event " + type
                        + " on, events are not as they were written.";
    }
}
