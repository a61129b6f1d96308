package org.quitclaim.domain.publication;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.PublicationCommand.AcknowledgeTakedown;
import org.quitclaim.domain.publication.PublicationCommand.BlockPublication;
import org.quitclaim.domain.publication.PublicationCommand.ClearPublication;
import org.quitclaim.domain.publication.PublicationCommand.ConfirmPublished;
import org.quitclaim.domain.publication.PublicationCommand.EscalateTakedown;
import org.quitclaim.domain.publication.PublicationCommand.OrderTakedown;
import org.quitclaim.domain.publication.PublicationCommand.ReaffirmPublication;
import org.quitclaim.domain.publication.PublicationCommand.RequestPublication;
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

/**
 * Decides about publications.
 *
 * <p><b>Guarantees:</b> a request is decided once; a takedown is accepted in every state that is not final, and on a
 * request it blocks, so that a later clearance is refused; that something is online is never refused.
 */
public final class PublicationDecisions {
    private PublicationDecisions() {}

    public static Decision<PublicationEvent> decide(PublicationState state, PublicationCommand command, Instant at) {
        return switch (command) {
            case RequestPublication c -> request(state, c, at);
            case ClearPublication c ->
                state instanceof Requested
                        ? Decision.accept(new PublicationCleared(
                                c.publication(), c.photoVersion(), c.authorisations(), c.ruleVersion(), at))
                        : decided(state);
            case BlockPublication c -> block(state, c, at);
            case ReaffirmPublication c ->
                state.live()
                        ? Decision.accept(new PublicationReaffirmed(
                                c.publication(), c.photoVersion(), c.authorisations(), c.ruleVersion(), at))
                        : Decision.reject(PublicationRejection.NOT_LIVE);
            case ConfirmPublished c -> confirm(state, c.publication(), at);
            case OrderTakedown c -> takeDown(state, c, at);
            case AcknowledgeTakedown c -> acknowledge(state, c.publication(), at);
            case EscalateTakedown c ->
                state instanceof TakedownDue due
                        ? Decision.accept(new TakedownEscalated(c.publication(), due.escalations() + 1, at))
                        : Decision.reject(PublicationRejection.NO_TAKEDOWN);
        };
    }

    private static Decision<PublicationEvent> request(PublicationState state, RequestPublication c, Instant at) {
        if (!(state instanceof Unrequested)) {
            return Decision.reject(PublicationRejection.ALREADY_REQUESTED);
        }
        return c.basis() == Basis.CONSENT && c.otherBasis().isEmpty()
                ? Decision.accept(new PublicationRequested(
                        c.publication(), c.use(), c.destination(), c.basis(), c.otherBasis(), at))
                : Decision.reject(PublicationRejection.OTHER_BASIS_NOT_ALLOWED);
    }

    private static Decision<PublicationEvent> decided(PublicationState state) {
        return Decision.reject(
                state instanceof Unrequested
                        ? PublicationRejection.UNKNOWN_PUBLICATION
                        : PublicationRejection.ALREADY_DECIDED);
    }

    private static Decision<PublicationEvent> block(PublicationState state, BlockPublication c, Instant at) {
        if (!(state instanceof Requested)) {
            return decided(state);
        }
        return c.reasons().isEmpty()
                ? Decision.reject(PublicationRejection.NO_REASON)
                : Decision.accept(new PublicationBlocked(c.publication(), c.reasons(), at));
    }

    private static Decision<PublicationEvent> confirm(PublicationState state, PublicationId id, Instant at) {
        return switch (state) {
            case Unrequested s -> Decision.reject(PublicationRejection.UNKNOWN_PUBLICATION);
            case Cleared s -> Decision.accept(new PublicationConfirmed(id, at));
            case Published s -> Decision.reject(PublicationRejection.ALREADY_PUBLISHED);
            case Requested s -> publishedRegardless(id, at);
            case Blocked s -> publishedRegardless(id, at);
            case TakedownDue s -> Decision.accept(new PublicationConfirmed(id, at));
            case TakenDown s -> publishedRegardless(id, at);
        };
    }

    /** It is out without our word for it: record the fact, and have it taken down at once. */
    private static Decision<PublicationEvent> publishedRegardless(PublicationId id, Instant at) {
        return Decision.accept(
                new PublicationConfirmed(id, at),
                new TakedownOrdered(
                        id,
                        TakedownCause.PUBLISHED_AFTER_REVOCATION,
                        List.of(Reason.of("publication.without-clearance")),
                        at));
    }

    private static Decision<PublicationEvent> takeDown(PublicationState state, OrderTakedown c, Instant at) {
        return switch (state) {
            case Unrequested s -> Decision.reject(PublicationRejection.UNKNOWN_PUBLICATION);
            case Requested s -> Decision.accept(new PublicationBlocked(c.publication(), c.reasons(), at));
            case Cleared s -> Decision.accept(new TakedownOrdered(c.publication(), c.cause(), c.reasons(), at));
            case Published s -> Decision.accept(new TakedownOrdered(c.publication(), c.cause(), c.reasons(), at));
            case Blocked s -> Decision.reject(PublicationRejection.ALREADY_OVER);
            case TakedownDue s -> Decision.reject(PublicationRejection.ALREADY_OVER);
            case TakenDown s -> Decision.reject(PublicationRejection.ALREADY_OVER);
        };
    }

    private static Decision<PublicationEvent> acknowledge(PublicationState state, PublicationId id, Instant at) {
        return switch (state) {
            case TakedownDue s -> Decision.accept(new TakedownAcknowledged(id, at));
            case TakenDown s -> Decision.reject(PublicationRejection.ALREADY_TAKEN_DOWN);
            case Unrequested s -> Decision.reject(PublicationRejection.UNKNOWN_PUBLICATION);
            case Requested s -> Decision.reject(PublicationRejection.NO_TAKEDOWN);
            case Cleared s -> Decision.reject(PublicationRejection.NO_TAKEDOWN);
            case Published s -> Decision.reject(PublicationRejection.NO_TAKEDOWN);
            case Blocked s -> Decision.reject(PublicationRejection.NO_TAKEDOWN);
        };
    }

    public static PublicationState evolve(PublicationState state, PublicationEvent event) {
        return PublicationEvolution.evolve(state, event);
    }
}
