package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.Stored;
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
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

/** What happened to the consents of one person. Revoking events carry a number that counts up per person. */
public sealed interface ConsentEvent extends DomainEvent {
    PersonId person();

    @Override
    default PersonId stream() {
        return person();
    }

    @Stored("consent.person-registered")
    record PersonRegistered(PersonId person, Capacity capacity, AgeGroup ageGroup, RecordId identity, Instant at)
            implements ConsentEvent {}

    @Stored("consent.representative-added")
    record RepresentativeAdded(PersonId person, Representative representative, Instant at) implements ConsentEvent {}

    @Stored("consent.representation-disputed")
    record RepresentationDisputed(PersonId person, RepresentativeId representative, int revocation, Instant at)
            implements ConsentEvent {}

    @Stored("consent.representation-settled")
    record RepresentationSettled(PersonId person, RepresentativeId representative, Instant at)
            implements ConsentEvent {}

    /**
     * Name or contact was wrong; what is right lies in another sealed record, and the former one is destroyed.
     *
     * @param request in which the person asked for it; at most one
     */
    @Stored("consent.identity-corrected")
    record IdentityCorrected(
            PersonId person, RecordId identity, RecordId former, List<RightsRequestId> request, Instant at)
            implements ConsentEvent {
        public IdentityCorrected {
            request = List.copyOf(request);
        }
    }

    /** The same of who signs for the person. */
    @Stored("consent.representative-corrected")
    record RepresentativeCorrected(
            PersonId person,
            RepresentativeId representative,
            RecordId authority,
            RecordId former,
            List<RightsRequestId> request,
            Instant at)
            implements ConsentEvent {
        public RepresentativeCorrected {
            request = List.copyOf(request);
        }
    }

    /**
     * Capacity or age group was wrong, and from now on the rules protect her more. Followed up like a revocation.
     *
     * @param ended the consents that do not count any more, since nobody could have given them so
     * @param request in which the person asked for it; at most one
     */
    @Stored("consent.protection-raised")
    record ProtectionRaised(
            PersonId person,
            Circumstances right,
            CorrectedBecause because,
            List<GrantId> ended,
            List<RightsRequestId> request,
            int revocation,
            Instant at)
            implements ConsentEvent {
        public ProtectionRaised {
            ended = Ordered.ids(ended);
            request = List.copyOf(request);
        }
    }

    /** An officer says that the rules have to protect her less; nothing follows until a second one agrees. */
    @Stored("consent.lowering-asked")
    record LoweringAsked(
            PersonId person,
            Circumstances right,
            CorrectedBecause because,
            List<RightsRequestId> request,
            Voucher by,
            Instant until,
            Instant at)
            implements ConsentEvent {
        public LoweringAsked {
            request = List.copyOf(request);
        }
    }

    /** @param asked by whom; who agreed is whom the event is attributed to */
    @Stored("consent.protection-lowered")
    record ProtectionLowered(
            PersonId person,
            Circumstances right,
            CorrectedBecause because,
            List<RightsRequestId> request,
            AccountId asked,
            Instant at)
            implements ConsentEvent {
        public ProtectionLowered {
            request = List.copyOf(request);
        }
    }

    @Stored("consent.quitclaim-offered")
    record QuitclaimOffered(
            PersonId person,
            QuitclaimId quitclaim,
            NoticeId notice,
            Map<String, String> noticeSha256ByLanguage,
            List<Ask> asks,
            List<RecordId> justification,
            List<AskedAgain> again,
            Instant at)
            implements ConsentEvent {
        public QuitclaimOffered {
            noticeSha256ByLanguage = Collections.unmodifiableMap(new TreeMap<>(noticeSha256ByLanguage));
            asks = List.copyOf(asks);
            justification = List.copyOf(justification);
            again = List.copyOf(again);
        }
    }

    /** One answer was yes. */
    @Stored("consent.granted")
    record ConsentGranted(
            PersonId person,
            QuitclaimId quitclaim,
            int ask,
            GrantId grant,
            NoticeId notice,
            String noticeSha256,
            String language,
            Terms terms,
            Signature signature,
            int keyGeneration,
            Instant at)
            implements ConsentEvent {}

    /** An employee has seen her; who, is whom the event is attributed to. What waited for that counts from now on. */
    @Stored("consent.grants-confirmed")
    record GrantsConfirmed(PersonId person, List<GrantId> grants, SeenHow seen, Instant at) implements ConsentEvent {
        public GrantsConfirmed {
            grants = Ordered.ids(grants);
        }
    }

    /** One answer was no. It is followed up like a revocation: it holds for the copies of her photos too. */
    @Stored("consent.refused")
    record ConsentRefused(
            PersonId person, QuitclaimId quitclaim, int ask, Signature signature, int revocation, Instant at)
            implements ConsentEvent {}

    @Stored("consent.renewed")
    record ConsentRenewed(
            PersonId person,
            GrantId replaced,
            QuitclaimId quitclaim,
            int ask,
            GrantId grant,
            NoticeId notice,
            String noticeSha256,
            String language,
            Terms terms,
            Signature signature,
            int keyGeneration,
            Instant at)
            implements ConsentEvent {}

    @Stored("consent.withdrawn")
    record ConsentWithdrawn(PersonId person, List<Withdrawn> withdrawn, WithdrawnBy by, int revocation, Instant at)
            implements ConsentEvent {
        public ConsentWithdrawn {
            withdrawn = List.copyOf(withdrawn);
        }
    }

    /** These were never hers; followed up like a revocation. */
    @Stored("consent.invalidated")
    record ConsentInvalidated(
            PersonId person, List<EndedGrant> ended, InvalidBecause because, int revocation, Instant at)
            implements ConsentEvent {
        public ConsentInvalidated {
            ended = List.copyOf(ended);
        }
    }

    @Stored("consent.expired")
    record ConsentExpired(PersonId person, GrantId grant, Purpose purpose, int revocation, Instant at)
            implements ConsentEvent {}

    /** A key generation has to be destroyed; recorded in the unit of work of its cause. */
    @Stored("consent.erasure-ordered")
    record ErasureOrdered(PersonId person, KeyScope scope, int keyGeneration, ErasureCause cause, Instant at)
            implements ConsentEvent {}

    @Stored("consent.processing-restricted")
    record ProcessingRestricted(PersonId person, int revocation, Instant at) implements ConsentEvent {}

    @Stored("consent.restriction-lifted")
    record RestrictionLifted(PersonId person, Instant at) implements ConsentEvent {}

    /** Nothing of theirs may be used, whatever anybody allowed; why is sealed. */
    @Stored("consent.safeguarding-ordered")
    record SafeguardingOrdered(PersonId person, RecordId reason, int revocation, Instant at) implements ConsentEvent {}

    @Stored("consent.safeguarding-end-asked")
    record SafeguardingEndAsked(PersonId person, Voucher by, Instant until, Instant at) implements ConsentEvent {}

    /** @param asked by whom; who agreed is whom the event is attributed to */
    @Stored("consent.safeguarding-ended")
    record SafeguardingEnded(PersonId person, AccountId asked, Instant at) implements ConsentEvent {}

    @Stored("consent.faceprint-enrolled")
    record FaceprintEnrolled(
            PersonId person,
            int keyGeneration,
            RecordId faceprint,
            String pack,
            PhotoId photo,
            FaceId face,
            PermitId permit,
            Instant at)
            implements ConsentEvent {}

    /**
     * Faceprints that another model pack made than the one in force are destroyed: nobody may be compared with them.
     *
     * @param pack in force
     * @param left how many the person has of that one; with none a new portrait has to be asked for
     */
    @Stored("consent.faceprints-retired")
    record FaceprintsRetired(
            PersonId person, int keyGeneration, List<RecordId> faceprints, String pack, int left, Instant at)
            implements ConsentEvent {
        public FaceprintsRetired {
            faceprints = List.copyOf(faceprints);
        }
    }

    @Stored("consent.match-accepted")
    record MatchAccepted(PersonId person, int keyGeneration, PhotoId photo, FaceId face, RunId run, Instant at)
            implements ConsentEvent {}

    @Stored("consent.use-authorised")
    record UseAuthorised(
            PersonId person,
            PublicationId publication,
            RenditionId rendition,
            Question question,
            GrantId grant,
            NoticeId notice,
            String noticeSha256,
            Instant until,
            Instant at)
            implements ConsentEvent {}

    @Stored("consent.use-released")
    record UseReleased(PersonId person, PublicationId publication, Instant at) implements ConsentEvent {}

    @Stored("consent.revocation-followed-up")
    record RevocationFollowedUp(PersonId person, int upTo, Instant at) implements ConsentEvent {}

    @Stored("consent.erasure-requested")
    record ErasureRequested(PersonId person, int revocation, Instant at) implements ConsentEvent {}

    /** What becomes of the photos of somebody who asked to be erased; recorded with the request. */
    @Stored("consent.photo-treatment-ordered")
    record PhotoTreatmentOrdered(PersonId person, PhotoTreatment photos, Instant at) implements ConsentEvent {
        /** What a person's history orders; where nothing is ordered, nobody gave a reason to leave photos as they are. */
        public static PhotoTreatment in(Stream<?> history) {
            return history.filter(PhotoTreatmentOrdered.class::isInstance)
                    .map(event -> ((PhotoTreatmentOrdered) event).photos())
                    .findFirst()
                    .orElse(PhotoTreatment.COVER);
        }
    }

    /** Why the photos of somebody who asked to be erased stay as they are, and on how many they were marked then. */
    @Stored("consent.photos-left")
    record PhotosLeft(PersonId person, LeftBecause because, int shownOn, RecordId reason, Instant at)
            implements ConsentEvent {}

    /** A claim needs this element until then; everything else goes as ordered. */
    @Stored("consent.element-held")
    record ElementHeld(PersonId person, KeyScope element, Instant until, RecordId reason, Instant at)
            implements ConsentEvent {}

    @Stored("consent.hold-released")
    record HoldReleased(PersonId person, KeyScope element, Instant at) implements ConsentEvent {}

    @Stored("consent.key-destroyed")
    record KeyDestroyed(PersonId person, KeyScope scope, int keyGeneration, Instant at) implements ConsentEvent {}

    @Stored("consent.death-recorded")
    record DeathRecorded(PersonId person, int revocation, Instant at) implements ConsentEvent {}
}
