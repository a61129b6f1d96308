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

    private final RequestThreads threads;
    private final RequestThreads.Row row;
    private boolean taken = true;

    private Place(RequestThreads threads, RequestThreads.Row row) {
        this.threads = threads;
        this.row = row;
    }

    /** Works at a place that is free again afterwards. */
    static void take(RequestThreads threads, RequestThreads.Row row, Runnable work) {
        Place place = new Place(threads, row);
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
            place.threads.returned(place.row);
        }
    }

    private void leave() {
        if (taken) {
            taken = false;
            threads.left(row);
        }
    }
}
