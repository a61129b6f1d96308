package org.quitclaim.command.dispatch;

import java.util.Optional;

/**
 * The event that a duty is working off, so that what it records can say what it came of.
 *
 * @param event id of the event that put the duty on its list
 * @param correlation of that event: the request or tick that everything came of
 */
public record Cause(String event, String correlation) {
    private static final ScopedValue<Cause> CURRENT = ScopedValue.newInstance();

    /** Works something off; every {@link Origin#system} made meanwhile on this thread names this cause. */
    public void during(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    static Optional<Cause> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }
}
