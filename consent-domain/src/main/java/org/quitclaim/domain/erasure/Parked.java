package org.quitclaim.domain.erasure;

import java.util.List;

/** Why a step waits for a person, and what was found if that is why. */
public record Parked(ParkedBecause why, List<Found> found) {
    public Parked {
        found = List.copyOf(found);
    }
}
