package org.quitclaim.query.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.publication.Authorisation;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.query.publication.PublicationDocument.Decided;

/** A publication as queries show it; no destination, which lies in the vault. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicationView(
        PublicationId publicationId,
        PhotoId photoId,
        RenditionId renditionId,
        Channel channel,
        Territory territory,
        UseContext context,
        Basis basis,
        State state,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant publishedAt,
        List<ReasonView> reasons,
        List<Authorisation> authorisations,
        List<TakedownView> takedowns) {
    /** Where a publication stands, in one word. */
    enum State {
        REQUESTED,
        CLEARED,
        PUBLISHED,
        BLOCKED,
        TAKEDOWN_DUE,
        TAKEN_DOWN
    }

    static State state(PublicationState state) {
        return switch (state) {
            case PublicationState.Unrequested s -> State.REQUESTED;
            case PublicationState.Requested s -> State.REQUESTED;
            case PublicationState.Cleared s -> State.CLEARED;
            case PublicationState.Published s -> State.PUBLISHED;
            case PublicationState.Blocked s -> State.BLOCKED;
            case PublicationState.TakedownDue s -> State.TAKEDOWN_DUE;
            case PublicationState.TakenDown s -> State.TAKEN_DOWN;
        };
    }

    /** @param exact whether a reason names the nearest miss */
    static PublicationView of(PublicationDocument document, boolean exact) {
        List<Decided> decided = document.decided();
        return new PublicationView(
                document.id(),
                document.use().photo(),
                document.use().rendition(),
                document.use().channel(),
                document.use().territory(),
                document.use().context(),
                document.basis(),
                state(document.state()),
                document.requestedAt(),
                decided.isEmpty() ? null : decided.getLast().at(),
                document.published().isEmpty() ? null : document.published().getLast(),
                decided.stream()
                        .flatMap(one -> one.reasons().stream())
                        .map(reason -> ReasonView.of(reason, exact))
                        .toList(),
                decided.stream().flatMap(one -> one.authorisations().stream()).toList(),
                document.takedowns().stream()
                        .map(takedown -> TakedownView.of(document, takedown, exact))
                        .toList());
    }
}
