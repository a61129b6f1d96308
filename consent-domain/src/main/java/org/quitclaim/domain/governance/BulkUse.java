package org.quitclaim.domain.governance;

import java.time.LocalDate;
import org.quitclaim.domain.vault.ActorId;

/**
 * That somebody looked at more people on one day than their work mostly needs.
 *
 * @param day in the zone of the installation
 */
public record BulkUse(ActorId actor, Kind kind, LocalDate day) {
    /** What was done in bulk. Stored by name: never rename one. */
    public enum Kind {
        /** Faces were held against one person at a time. */
        COMPARISONS,
        /** Names of different people were opened. */
        NAMES
    }

    /** Whether it is about the same work of the same account, on whichever day. */
    boolean isLike(BulkUse other) {
        return actor.equals(other.actor) && kind == other.kind;
    }
}
