package org.quitclaim.certificate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How far one part of an erasure is; what has not happened is said, never left out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Milestone.Done.class, name = "DONE"),
    @JsonSubTypes.Type(value = Milestone.Scheduled.class, name = "SCHEDULED"),
    @JsonSubTypes.Type(value = Milestone.Expiring.class, name = "EXPIRING"),
    @JsonSubTypes.Type(value = Milestone.NotYet.class, name = "NOT_YET")
})
public sealed interface Milestone {
    /** Whether nothing of it is left to wait for at this moment. */
    boolean reached(Instant now);

    record Done(Instant at) implements Milestone {
        @Override
        public boolean reached(Instant now) {
            return true;
        }
    }

    /** Ordered, and promised by somebody else, such as a key service, for a later moment. */
    record Scheduled(Instant until) implements Milestone {
        @Override
        public boolean reached(Instant now) {
            return !now.isBefore(until);
        }
    }

    /** Ends by itself: from the day after {@code by} on, counted in UTC. */
    record Expiring(LocalDate by) implements Milestone {
        @Override
        public boolean reached(Instant now) {
            return !now.isBefore(by.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    /** @param why a code that has words */
    record NotYet(String why) implements Milestone {
        @Override
        public boolean reached(Instant now) {
            return false;
        }
    }
}
