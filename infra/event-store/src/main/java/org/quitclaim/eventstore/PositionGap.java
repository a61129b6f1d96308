package org.quitclaim.eventstore;

/** Positions without an event, {@code first} and {@code last} among them. */
public record PositionGap(long first, long last) {
    long length() {
        return last - first + 1;
    }

    boolean holds(PositionGap other) {
        return first <= other.first && other.last <= last;
    }

    @Override
    public String toString() {
        return first == last ? "position " + first : "positions " + first + " to " + last;
    }
}
