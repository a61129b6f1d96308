package org.quitclaim.domain.publication;

import org.quitclaim.domain.publication.PublicationEvent.PublicationBlocked;
import org.quitclaim.domain.publication.PublicationEvent.PublicationCleared;
import org.quitclaim.domain.publication.PublicationEvent.PublicationConfirmed;
import org.quitclaim.domain.publication.PublicationEvent.PublicationReaffirmed;
import org.quitclaim.domain.publication.PublicationEvent.PublicationRequested;
import org.quitclaim.domain.publication.PublicationEvent.TakedownAcknowledged;
import org.quitclaim.domain.publication.PublicationEvent.TakedownEscalated;
import org.quitclaim.domain.publication.PublicationEvent.TakedownOrdered;
import org.quitclaim.domain.publication.PublicationState.Blocked;
import org.quitclaim.domain.publication.PublicationState.Cleared;
import org.quitclaim.domain.publication.PublicationState.Published;
import org.quitclaim.domain.publication.PublicationState.Requested;
import org.quitclaim.domain.publication.PublicationState.TakedownDue;
import org.quitclaim.domain.publication.PublicationState.TakenDown;
import org.quitclaim.domain.publication.PublicationState.Unrequested;

/** How a publication changes; total, so that any history can be folded. */
final class PublicationEvolution {
    private PublicationEvolution() {}

    static PublicationState evolve(PublicationState state, PublicationEvent event) {
        return switch (event) {
            case PublicationRequested e -> new Requested(e.publication(), e.use());
            case PublicationCleared e ->
                state.asked()
                        .<PublicationState>map(
                                use -> new Cleared(e.publication(), use, e.photoVersion(), e.authorisations()))
                        .orElse(state);
            case PublicationBlocked e ->
                state.asked()
                        .<PublicationState>map(use -> new Blocked(e.publication(), use))
                        .orElse(state);
            case PublicationReaffirmed e -> reaffirmed(state, e);
            case PublicationConfirmed e -> confirmed(state);
            case TakedownOrdered e ->
                state.asked()
                        .<PublicationState>map(use -> new TakedownDue(e.publication(), use, 0))
                        .orElse(state);
            case TakedownAcknowledged e ->
                state.asked()
                        .<PublicationState>map(use -> new TakenDown(e.publication(), use))
                        .orElse(state);
            case TakedownEscalated e ->
                state.asked()
                        .<PublicationState>map(use -> new TakedownDue(e.publication(), use, e.level()))
                        .orElse(state);
        };
    }

    private static PublicationState reaffirmed(PublicationState state, PublicationReaffirmed e) {
        return switch (state) {
            case Cleared s -> new Cleared(s.id(), s.use(), e.photoVersion(), e.authorisations());
            case Published s -> new Published(s.id(), s.use(), e.photoVersion(), e.authorisations());
            case Unrequested s -> s;
            case Requested s -> s;
            case Blocked s -> s;
            case TakedownDue s -> s;
            case TakenDown s -> s;
        };
    }

    private static PublicationState confirmed(PublicationState state) {
        return state instanceof Cleared s
                ? new Published(s.id(), s.use(), s.photoVersion(), s.authorisations())
                : state;
    }
}
