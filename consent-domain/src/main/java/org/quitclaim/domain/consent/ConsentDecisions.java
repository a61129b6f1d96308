package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.AcceptMatch;
import org.quitclaim.domain.consent.ConsentCommand.AddRepresentative;
import org.quitclaim.domain.consent.ConsentCommand.AgreeToEndOfSafeguarding;
import org.quitclaim.domain.consent.ConsentCommand.AgreeToLowering;
import org.quitclaim.domain.consent.ConsentCommand.AskEndOfSafeguarding;
import org.quitclaim.domain.consent.ConsentCommand.AuthoriseUse;
import org.quitclaim.domain.consent.ConsentCommand.CarryOutNoted;
import org.quitclaim.domain.consent.ConsentCommand.ConfirmGrants;
import org.quitclaim.domain.consent.ConsentCommand.CorrectCircumstances;
import org.quitclaim.domain.consent.ConsentCommand.CorrectIdentity;
import org.quitclaim.domain.consent.ConsentCommand.CorrectRepresentative;
import org.quitclaim.domain.consent.ConsentCommand.DisputeRepresentation;
import org.quitclaim.domain.consent.ConsentCommand.EnrolFaceprint;
import org.quitclaim.domain.consent.ConsentCommand.ExpireConsent;
import org.quitclaim.domain.consent.ConsentCommand.ExpireEvidence;
import org.quitclaim.domain.consent.ConsentCommand.FollowUpRevocation;
import org.quitclaim.domain.consent.ConsentCommand.GrantConsent;
import org.quitclaim.domain.consent.ConsentCommand.HoldElement;
import org.quitclaim.domain.consent.ConsentCommand.InvalidateGrant;
import org.quitclaim.domain.consent.ConsentCommand.LiftRestriction;
import org.quitclaim.domain.consent.ConsentCommand.OfferQuitclaim;
import org.quitclaim.domain.consent.ConsentCommand.RecordDeath;
import org.quitclaim.domain.consent.ConsentCommand.RecordShredding;
import org.quitclaim.domain.consent.ConsentCommand.RegisterPerson;
import org.quitclaim.domain.consent.ConsentCommand.ReleaseHold;
import org.quitclaim.domain.consent.ConsentCommand.ReleaseUse;
import org.quitclaim.domain.consent.ConsentCommand.RenewConsent;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasureLeavingPhotos;
import org.quitclaim.domain.consent.ConsentCommand.RestoreErasure;
import org.quitclaim.domain.consent.ConsentCommand.RestoreNos;
import org.quitclaim.domain.consent.ConsentCommand.RestrictProcessing;
import org.quitclaim.domain.consent.ConsentCommand.RetireFaceprints;
import org.quitclaim.domain.consent.ConsentCommand.RevokeCompromisedKey;
import org.quitclaim.domain.consent.ConsentCommand.SafeguardPerson;
import org.quitclaim.domain.consent.ConsentCommand.SettleRepresentation;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.ConsentState.Unknown;

/** Decides about one person's consents; the rules lie in the package's {@code …Rules}, one capability each. */
public final class ConsentDecisions {
    private ConsentDecisions() {}

    public static Decision<ConsentEvent> decide(ConsentState state, ConsentCommand command, Instant at) {
        return switch (state) {
            case Unknown u ->
                command instanceof RegisterPerson register
                        ? Decision.accept(new ConsentEvent.PersonRegistered(
                                register.person(), register.capacity(), register.ageGroup(), register.identity(), at))
                        : Decision.reject(ConsentRejection.UNKNOWN_PERSON);
            case Known known -> decideKnown(known, command, at);
        };
    }

    /** Until the restriction is lifted, of which she is told before. What was ordered earlier goes on. Source: GDPR Art. 18. */
    private static Optional<Decision<ConsentEvent>> standsStill(Known person) {
        return person.restricted() && !person.erasureRequested()
                ? Optional.of(Decision.reject(ConsentRejection.STANDS_STILL))
                : Optional.empty();
    }

    private static Decision<ConsentEvent> decideKnown(Known person, ConsentCommand command, Instant at) {
        return switch (command) {
            case RegisterPerson c -> Decision.reject(ConsentRejection.ALREADY_REGISTERED);
            case AddRepresentative c -> RepresentationRules.add(person, c, at);
            case DisputeRepresentation c -> RepresentationRules.dispute(person, c, at);
            case SettleRepresentation c -> RepresentationRules.settle(person, c, at);
            case CorrectIdentity c -> CorrectionRules.identity(person, c, at);
            case CorrectRepresentative c -> CorrectionRules.representative(person, c, at);
            case CorrectCircumstances c -> CircumstanceRules.correct(person, c, at);
            case AgreeToLowering c -> CircumstanceRules.agree(person, c, at);
            case OfferQuitclaim c -> OfferRules.offer(person, c, at);
            case GrantConsent c -> GrantRules.grant(person, c, at);
            case ConfirmGrants c -> SecondLookRules.confirm(person, c, at);
            case RenewConsent c -> GrantRules.renew(person, c, at);
            // noted when nobody could read whether her data stands still, and in force since
            case CarryOutNoted(var id, RequestErasure order, var said) -> RevocationRules.erase(person, order, at);
            case CarryOutNoted c -> decideKnown(person, c.no(), at);
            case WithdrawConsent c -> RevocationRules.withdraw(person, c, at);
            case InvalidateGrant c -> InvalidationRules.invalidate(person, c, at);
            case ExpireConsent c -> RevocationRules.expire(person, at);
            case RestrictProcessing c -> RevocationRules.restrict(person, at);
            case LiftRestriction c -> RevocationRules.lift(person, at);
            case SafeguardPerson c -> SafeguardingRules.order(person, c, at);
            case AskEndOfSafeguarding c -> SafeguardingRules.askEnd(person, c, at);
            case AgreeToEndOfSafeguarding c -> SafeguardingRules.agree(person, c, at);
            case RequestErasure c -> standsStill(person).orElseGet(() -> RevocationRules.erase(person, c, at));
            case RequestErasureLeavingPhotos c ->
                standsStill(person).orElseGet(() -> RevocationRules.eraseLeavingPhotos(person, c, at));
            case HoldElement c -> RetentionRules.hold(person, c, at);
            case ReleaseHold c -> RetentionRules.release(person, c, at);
            case ExpireEvidence c -> RetentionRules.expireEvidence(person, c, at);
            case RecordDeath c -> RevocationRules.die(person, at);
            case RevokeCompromisedKey c -> RevocationRules.compromised(person, at);
            case RestoreErasure c -> RestoredErasureRules.restore(person, c, at);
            case RestoreNos c -> RestoredNoRules.restore(person, c, at);
            case FollowUpRevocation c -> RevocationRules.followUp(person, c, at);
            case EnrolFaceprint c -> FaceprintRules.enrol(person, c, at);
            case RetireFaceprints c -> FaceprintRules.retire(person, c, at);
            case AcceptMatch c -> FaceprintRules.accept(person, c, at);
            case RecordShredding c -> FaceprintRules.destroyed(person, c, at);
            case AuthoriseUse c -> UseRules.authorise(person, c, at);
            case ReleaseUse c -> Decision.accept(new ConsentEvent.UseReleased(c.person(), c.publication(), at));
        };
    }

    public static ConsentState evolve(ConsentState state, ConsentEvent event) {
        return ConsentEvolution.evolve(state, event);
    }
}
