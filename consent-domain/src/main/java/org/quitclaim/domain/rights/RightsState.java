package org.quitclaim.domain.rights;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RightsRequestId;

/** Where a request stands. */
public sealed interface RightsState {
    record Unreceived() implements RightsState {}

    /**
     * Waits for an answer.
     *
     * @param alarms sounded about the present due date
     */
    record Open(Request request, Set<DueAlarm> alarms) implements RightsState {
        public Open {
            alarms = Ordered.set(alarms);
        }

        Open sounded(DueAlarm alarm) {
            Set<DueAlarm> more = new TreeSet<>(alarms);
            more.add(alarm);
            return new Open(request, more);
        }

        /** A new date is alarmed about anew. */
        Open extendedTo(LocalDate day) {
            return new Open(request.extendedTo(day), Set.of());
        }
    }

    /** Answered or refused. */
    record Over(Request request) implements RightsState {}

    /** What is asked. */
    record Request(
            RightsRequestId id,
            PersonId person,
            Right right,
            Concern concern,
            ZoneId zone,
            LocalDate dueOn,
            boolean extended) {
        Request extendedTo(LocalDate day) {
            return new Request(id, person, right, concern, zone, day, true);
        }
    }

    RightsState NONE = new Unreceived();
}
