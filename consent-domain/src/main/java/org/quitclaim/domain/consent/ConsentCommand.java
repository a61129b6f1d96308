package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.PermitId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.id.RunId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

/** Orders to the consent record of one person. */
public sealed interface ConsentCommand extends DomainCommand {
    PersonId person();

    @Override
    default PersonId target() {
        return person();
    }

    /** Begins the record; {@code identity} holds name and contact, sealed. */
    record RegisterPerson(PersonId person, Capacity capacity, AgeGroup ageGroup, RecordId identity)
            implements ConsentCommand, Creating {}

    /** A dispute is an order of its own, because it revokes. */
    record AddRepresentative(PersonId person, Representative representative) implements ConsentCommand {
        public AddRepresentative {
            if (representative.disputed()) {
                throw new IllegalArgumentException("a representative is disputed after being registered");
            }
        }
    }

    /** The authority of a representative is contested, or no longer. */
    record DisputeRepresentation(PersonId person, RepresentativeId representative) implements ConsentCommand {}

    record SettleRepresentation(PersonId person, RepresentativeId representative) implements ConsentCommand {}

    /**
     * Name or contact was wrong.
     *
     * @param identity what is right, sealed
     * @param former what it replaces, as whoever corrects it read it
     * @param request in which the person asked for it; at most one
     */
    record CorrectIdentity(PersonId person, RecordId identity, RecordId former, List<RightsRequestId> request)
            implements ConsentCommand {
        public CorrectIdentity {
            request = List.copyOf(request);
        }
    }

    /** Who signs for the person was written down wrong. Whoever doubts the authority itself disputes it. */
    record CorrectRepresentative(
            PersonId person,
            RepresentativeId representative,
            RecordId authority,
            RecordId former,
            List<RightsRequestId> request)
            implements ConsentCommand {
        public CorrectRepresentative {
            request = List.copyOf(request);
        }
    }

    /**
     * Capacity or age group was wrong. What protects more holds at once, what protects less when a second officer agrees.
     *
     * @param request in which the person asked for it; at most one
     */
    record CorrectCircumstances(
            PersonId person, Circumstances right, CorrectedBecause because, List<RightsRequestId> request, Voucher by)
            implements ConsentCommand {
        public CorrectCircumstances {
            request = List.copyOf(request);
        }
    }

    /** @param required whether the organisation asks for two people */
    record AgreeToLowering(PersonId person, Circumstances right, boolean required, Voucher by)
            implements ConsentCommand {}

    /**
     * Asks a person.
     *
     * @param justification why asking is fair where the relation is imbalanced, sealed; empty elsewhere
     * @param asks numbered from 0 without gaps
     * @param again why, if this was refused before; at most one
     * @param longest what this organisation lets it last
     */
    record OfferQuitclaim(
            PersonId person,
            QuitclaimId quitclaim,
            NoticeId notice,
            Map<String, String> noticeSha256ByLanguage,
            List<Ask> asks,
            List<RecordId> justification,
            List<AskedAgain> again,
            AskingRules rules)
            implements ConsentCommand {
        public OfferQuitclaim(
                PersonId person,
                QuitclaimId quitclaim,
                NoticeId notice,
                Map<String, String> noticeSha256ByLanguage,
                List<Ask> asks,
                List<RecordId> justification,
                List<AskedAgain> again) {
            this(person, quitclaim, notice, noticeSha256ByLanguage, asks, justification, again, AskingRules.DEFAULT);
        }

        public OfferQuitclaim {
            asks = List.copyOf(asks);
            again = List.copyOf(again);
            for (int number = 0; number < asks.size(); number++) {
                if (asks.get(number).number() != number) {
                    throw new IllegalArgumentException("the questions of a quitclaim count from 0");
                }
            }
        }
    }

    /**
     * The answers to one quitclaim, all at once: each a yes or a no.
     *
     * @param through who says so, which is not for them to choose
     * @param keyGeneration the RECOGNITION key made for it; 0 when recognition was not granted
     * @param bothParents whether one of two parents is not enough
     * @param sensitive which of the subjects that are asked about count as sensitive today
     */
    record GrantConsent(
            PersonId person,
            QuitclaimId quitclaim,
            String language,
            List<Answer> answers,
            Signature signature,
            Through through,
            int keyGeneration,
            boolean bothParents,
            Set<UseContext> sensitive)
            implements ConsentCommand {}

    /** @param grants those that wait, as whoever has seen her read them */
    record ConfirmGrants(PersonId person, List<GrantId> grants, SeenHow seen, SecondEmployee by)
            implements ConsentCommand {
        public ConfirmGrants {
            grants = List.copyOf(grants);
        }
    }

    /** A fresh grant in place of one that runs out, on the terms of a new quitclaim. */
    record RenewConsent(
            PersonId person,
            GrantId replaced,
            GrantId grant,
            QuitclaimId quitclaim,
            int ask,
            String language,
            Signature signature,
            boolean bothParents,
            Set<UseContext> sensitive)
            implements ConsentCommand {}

    /**
     * Takes back recognition, channels, or single permissions.
     *
     * @param channels everything that is allowed on these
     * @param grants exactly these, whatever else is allowed on their channels
     */
    record WithdrawConsent(
            PersonId person, boolean recognition, Set<Channel> channels, Set<GrantId> grants, WithdrawnBy by)
            implements ConsentCommand {
        public WithdrawConsent(PersonId person, boolean recognition, Set<Channel> channels, WithdrawnBy by) {
            this(person, recognition, channels, Set.of(), by);
        }
    }

    /** This permission was never hers, and so nothing that was signed with it. */
    record InvalidateGrant(PersonId person, GrantId grant, InvalidBecause because) implements ConsentCommand {}

    /** Ends what has run out; driven by the clock. */
    record ExpireConsent(PersonId person) implements ConsentCommand {}

    record RestrictProcessing(PersonId person) implements ConsentCommand {}

    record LiftRestriction(PersonId person) implements ConsentCommand {}

    /** The person must not be found; {@code reason} says why, sealed. */
    record SafeguardPerson(PersonId person, RecordId reason) implements ConsentCommand {}

    record AskEndOfSafeguarding(PersonId person, Voucher by) implements ConsentCommand {}

    /** @param required whether the organisation asks for two people */
    record AgreeToEndOfSafeguarding(PersonId person, boolean required, Voucher by) implements ConsentCommand {}

    /** The faceprint in {@code record} exists, made from a face a human designated, under {@code keyGeneration}. */
    record EnrolFaceprint(
            PersonId person,
            int keyGeneration,
            RecordId faceprint,
            String pack,
            PhotoId photo,
            FaceId face,
            PermitId permit)
            implements ConsentCommand {}

    /** {@code pack} is in force, and the person has got every faceprint of it that can be made of photos held here. */
    record RetireFaceprints(PersonId person, int keyGeneration, String pack) implements ConsentCommand {}

    /** Asks whether a match may still become a suggestion. */
    record AcceptMatch(PersonId person, int keyGeneration, PhotoId photo, FaceId face, RunId run)
            implements ConsentCommand {}

    /** The gate's question to a person; a repeated question is answered anew. */
    record AuthoriseUse(PersonId person, PublicationId publication, RenditionId rendition, Question question)
            implements ConsentCommand {}

    /** The use will not happen, or is over. */
    record ReleaseUse(PersonId person, PublicationId publication) implements ConsentCommand {}

    /** Everything up to revocation number {@code upTo} has had its takedowns ordered and suggestions retracted. */
    record FollowUpRevocation(PersonId person, int upTo) implements ConsentCommand {}

    /**
     * Everything about the person goes.
     *
     * @param evidence whether the proof of consent goes at once too, instead of when its own time is over
     */
    record RequestErasure(PersonId person, PhotoTreatment photos, boolean evidence) implements ConsentCommand {
        public RequestErasure(PersonId person) {
            this(person, PhotoTreatment.COVER, false);
        }
    }

    /** As {@link RequestErasure}, but the photos stay as they are; {@code reason} is sealed. */
    record RequestErasureLeavingPhotos(
            PersonId person, LeftBecause because, int shownOn, RecordId reason, boolean evidence)
            implements ConsentCommand {}

    /** Keeps one element for a claim; {@code reason} is sealed. Source: GDPR Art. 17(3)(e). */
    record HoldElement(PersonId person, KeyScope element, Instant until, RecordId reason) implements ConsentCommand {}

    record ReleaseHold(PersonId person, KeyScope element) implements ConsentCommand {}

    /** The time for which proof of consent is kept is over; driven by the clock. */
    record ExpireEvidence(PersonId person) implements ConsentCommand {}

    /** The key is destroyed; {@code receipt} is the digest of the vault's receipt. */
    record RecordShredding(PersonId person, KeyScope scope, int keyGeneration) implements ConsentCommand {}

    /** The faceprint's key is compromised: it goes, whoever the person is, and only a fresh grant brings another. */
    record RevokeCompromisedKey(PersonId person) implements ConsentCommand {}

    /** The vault destroyed this key and this history does not know why: it was restored from before the order. */
    record RestoreErasure(PersonId person, KeyScope scope, int keyGeneration) implements ConsentCommand {}

    /** What she said no to after this history was copied, in her words and order. */
    record RestoreNos(PersonId person, List<ConsentEvent> nos) implements ConsentCommand {
        public RestoreNos {
            nos = List.copyOf(nos);
        }
    }

    /**
     * What she said no to while this history could not be read.
     *
     * @param said when; what follows is dated then, unless this history knows of something later
     */
    record CarryOutNoted(PersonId person, ConsentCommand no, Instant said) implements ConsentCommand {}

    record RecordDeath(PersonId person) implements ConsentCommand {}
}
