package org.quitclaim.query.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.TakedownCause;
import org.quitclaim.query.publication.PublicationDocument.Takedown;

/** The duty to take a publication offline, and whether it was met. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TakedownView(
        PublicationId publicationId,
        PhotoId photoId,
        Channel channel,
        TakedownCause cause,
        List<ReasonView> reasons,
        Instant orderedAt,
        int escalations,
        @Nullable Instant acknowledgedAt) {
    static TakedownView of(PublicationDocument document, Takedown takedown, boolean exact) {
        return new TakedownView(
                document.id(),
                document.use().photo(),
                document.use().channel(),
                takedown.cause(),
                takedown.reasons().stream()
                        .map(reason -> ReasonView.of(reason, exact))
                        .toList(),
                takedown.orderedAt(),
                takedown.escalations(),
                takedown.acknowledgedAt().isEmpty()
                        ? null
                        : takedown.acknowledgedAt().getFirst());
    }
}
