package org.quitclaim.command.rights;

import java.util.Optional;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.ConsentEvent.IdentityCorrected;
import org.quitclaim.domain.consent.ConsentEvent.ProtectionLowered;
import org.quitclaim.domain.consent.ConsentEvent.ProtectionRaised;
import org.quitclaim.domain.consent.ConsentEvent.RepresentativeCorrected;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.rights.Concern;
import org.quitclaim.domain.rights.ObjectionRule;
import org.quitclaim.domain.rights.Outcome;
import org.quitclaim.domain.rights.RightsState.Request;

/** Whether what a request asks for has been done, by whatever way; read from the streams. */
final class Fulfilment {
    private final Streams streams;
    private final Portrayals portrayals;

    public Fulfilment(Streams streams, Portrayals portrayals) {
        this.streams = streams;
        this.portrayals = portrayals;
    }

    /** How a request is answered by what has been done; empty while it has not, or when only a human can tell. */
    Optional<Outcome> of(Request request) {
        return switch (request.right()) {
            case ACCESS, PORTABILITY -> Optional.empty();
            case RECTIFICATION ->
                switch (request.concern()) {
                    case Concern.Sighting seen ->
                        when(
                                portrayals
                                        .seen(seen.photo(), seen.face(), request.person())
                                        .isEmpty(),
                                Outcome.CORRECTED);
                    // more of it may be wrong: the officer says when all of it is right
                    case Concern.Details d -> Optional.empty();
                    case Concern.Everything e -> Optional.empty();
                    case Concern.Publication p -> Optional.empty();
                };
            case RESTRICTION -> when(isRestricted(request), Outcome.RESTRICTED);
            case LIFTING -> when(!isRestricted(request), Outcome.RESTRICTION_LIFTED);
            case ERASURE -> when(isErased(request), Outcome.ERASED);
            case OBJECTION ->
                request.concern() instanceof Concern.Publication one ? objected(one.publication()) : Optional.empty();
        };
    }

    /** Whether something that is written about her was put right in this request. */
    boolean corrected(Request request) {
        return streams.events(request.person()).anyMatch(event -> switch (event) {
            case IdentityCorrected e -> e.request().contains(request.id());
            case RepresentativeCorrected e -> e.request().contains(request.id());
            case ProtectionRaised e -> e.request().contains(request.id());
            case ProtectionLowered e -> e.request().contains(request.id());
            default -> false;
        });
    }

    private boolean isErased(Request request) {
        return streams.consent(request.person()) instanceof Known known && known.erasureRequested();
    }

    private boolean isRestricted(Request request) {
        return streams.consent(request.person()) instanceof Known known && known.restricted();
    }

    private Optional<Outcome> objected(PublicationId publication) {
        Basis basis = portrayals.requested(publication).basis();
        return basis == Basis.CONSENT
                ? Optional.of(ObjectionRule.outcome(basis))
                : when(!mayBeOut(publication), ObjectionRule.outcome(basis));
    }

    boolean mayBeOut(PublicationId publication) {
        PublicationState state = streams.publication(publication);
        return state.live() || state instanceof PublicationState.Requested;
    }

    private static Optional<Outcome> when(boolean done, Outcome outcome) {
        return done ? Optional.of(outcome) : Optional.empty();
    }
}
