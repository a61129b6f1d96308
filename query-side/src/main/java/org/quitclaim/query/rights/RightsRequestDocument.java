package org.quitclaim.query.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.rights.AskedBy;
import org.quitclaim.domain.rights.Concern;
import org.quitclaim.domain.rights.ExtensionReason;
import org.quitclaim.domain.rights.Outcome;
import org.quitclaim.domain.rights.RefusalReason;
import org.quitclaim.domain.rights.Right;
import org.quitclaim.query.projection.ReadDocument;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person's request. A list of at most one element stands for what may not be there yet.
 *
 * @param alarms about the present due date
 * @param overAt when it was answered or refused
 */
@Document("rights-requests")
@CompoundIndex(def = "{'person': 1, 'open': 1, 'born': 1}")
@CompoundIndex(def = "{'open': 1, 'born': 1}")
record RightsRequestDocument(
        RightsRequestId id,
        PersonId person,
        Right right,
        Concern concern,
        AskedBy askedBy,
        Instant receivedAt,
        LocalDate dueOn,
        List<ExtensionReason> extendedFor,
        List<DueAlarm> alarms,
        List<Outcome> outcome,
        List<RefusalReason> refusedFor,
        List<Instant> overAt,
        long born,
        long lastSeq)
        implements ReadDocument {
    static final String PERSON = "person";
    static final String OPEN = "open";

    RightsRequestDocument {
        extendedFor = List.copyOf(extendedFor);
        alarms = List.copyOf(alarms);
        outcome = List.copyOf(outcome);
        refusedFor = List.copyOf(refusedFor);
        overAt = List.copyOf(overAt);
    }

    @Override
    public String documentId() {
        return id.value();
    }

    boolean isOpen() {
        return overAt.isEmpty();
    }

    @Override
    public Map<String, Object> derived(Instant at) {
        return Map.of(OPEN, isOpen());
    }
}
