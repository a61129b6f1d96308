package org.quitclaim.access.edge;

import org.jspecify.annotations.Nullable;

/**
 * A request's place among those of its address that are worked on at a time. While it waits for its client or for a turn,
 * somebody else has it.
 *
 * <p><b>Thread-safety:</b> for the thread that has it.
 */
public final class Place {
    private static final ThreadLocal<@Nullable Place> OF_THREAD = new ThreadLocal<>();

    private final Lanes lanes;
    private final Lanes.Row row;
    private boolean taken = true;

    private Place(Lanes lanes, Lanes.Row row) {
        this.lanes = lanes;
        this.row = row;
    }

    /** Works at a place that is free again afterwards. */
    static void take(Lanes lanes, Lanes.Row row, Runnable work) {
        Place place = new Place(lanes, row);
        OF_THREAD.set(place);
        try {
            work.run();
        } finally {
            OF_THREAD.remove();
            place.leave();
        }
    }

    /** That the calling thread waits, and works on only after {@link #goesOn}. */
    public static void waits() {
        Place place = OF_THREAD.get();
        if (place != null) {
            place.leave();
        }
    }

    public static void goesOn() {
        Place place = OF_THREAD.get();
        if (place != null && !place.taken) {
            place.taken = true;
            place.lanes.returned(place.row);
        }
    }

    private void leave() {
        if (taken) {
            taken = false;
            lanes.left(row);
        }
    }
}
