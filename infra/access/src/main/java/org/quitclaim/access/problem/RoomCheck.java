package org.quitclaim.access.problem;

import java.util.Optional;

/** What the machine runs out of at the moment, if anything. */
@FunctionalInterface
public interface RoomCheck {
    RoomCheck UNMEASURED = Optional::empty;

    Optional<Shortage> shortage();

    /** @throws RejectedException with what runs out */
    default void require() {
        shortage().ifPresent(lacking -> {
            throw new RejectedException(lacking);
        });
    }
}
