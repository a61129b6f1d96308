package org.quitclaim.query.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.Authorisation;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.TakedownCause;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.query.projection.ReadDocument;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A publication: where it stands, and what was said on the way.
 *
 * @param destination the sealed record of where it goes
 * @param decided the last verdict; empty before the first
 * @param published when somebody said it is out; empty before
 * @param takedowns every order to take it offline, the last one last
 */
@Document("publications")
@CompoundIndex(def = "{'use.photo': 1, 'standing': 1, 'born': 1}")
@CompoundIndex(def = "{'standing': 1, 'born': 1}")
record PublicationDocument(
        PublicationId id,
        Use use,
        Basis basis,
        RecordId destination,
        PublicationState state,
        Instant requestedAt,
        List<Decided> decided,
        List<Instant> published,
        List<Takedown> takedowns,
        long born,
        long lastSeq)
        implements ReadDocument {
    static final String PHOTO = "use.photo";
    static final String STANDING = "standing";

    /** What the gate said. Reasons when blocked, authorisations when cleared. */
    record Decided(
            Instant at, List<Reason> reasons, List<Authorisation> authorisations, int photoVersion, int ruleVersion) {
        Decided {
            reasons = List.copyOf(reasons);
            authorisations = List.copyOf(authorisations);
        }
    }

    /** An order to take it offline. */
    record Takedown(
            TakedownCause cause,
            List<Reason> reasons,
            Instant orderedAt,
            int escalations,
            List<Instant> acknowledgedAt) {
        Takedown {
            reasons = List.copyOf(reasons);
            acknowledgedAt = List.copyOf(acknowledgedAt);
        }

        Takedown escalatedTo(int level) {
            return new Takedown(cause, reasons, orderedAt, level, acknowledgedAt);
        }

        Takedown acknowledged(Instant at) {
            return new Takedown(cause, reasons, orderedAt, escalations, List.of(at));
        }
    }

    PublicationDocument {
        decided = List.copyOf(decided);
        published = List.copyOf(published);
        takedowns = List.copyOf(takedowns);
    }

    @Override
    public String documentId() {
        return id.value();
    }

    @Override
    public Map<String, Object> derived(Instant at) {
        return Map.of(STANDING, PublicationView.state(state).name());
    }
}
