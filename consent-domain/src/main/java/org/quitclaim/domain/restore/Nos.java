package org.quitclaim.domain.restore;

import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.access.AccountChange;
import org.quitclaim.domain.access.AccountEvent;
import org.quitclaim.domain.access.TokenEvent;
import org.quitclaim.domain.breach.BreachEvent;
import org.quitclaim.domain.collection.CollectionEvent;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.erasure.ErasureEvent;
import org.quitclaim.domain.governance.GovernanceEvent;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.link.LinkEvent;
import org.quitclaim.domain.link.SigningEnd;
import org.quitclaim.domain.notice.NoticeEvent;
import org.quitclaim.domain.organisation.OrganisationEvent;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.publication.PublicationEvent;
import org.quitclaim.domain.rights.RightsEvent;
import org.quitclaim.domain.vocabulary.VocabularyEvent;

/**
 * What becomes of each kind of event in a history that is restored from before it. Whoever adds an event decides: the
 * switch of its family has no default, and a family without a case is refused, which {@code NosTest} sees.
 *
 * <p><b>Guarantees:</b> a history that lost its end, with what {@link Said#NO} and {@link Said#NO_ONCE_REVIEWED} say of
 * that end, allows nothing that the whole history did not allow.
 */
public final class Nos {
    private Nos() {}

    /** How much an event takes away. */
    public enum Said {
        /** Allows less from then on: told at the backup target, and said again. */
        NO,
        /** The same, on a photo that was reviewed; before that nothing of it may be published anyway. */
        NO_ONCE_REVIEWED,
        /** Allows more, or nothing; or follows by itself from the clock or from another event. */
        NOTHING
    }

    /** What an event says. */
    public static Said in(DomainEvent event) {
        return switch (event) {
            case ConsentEvent e -> consent(e);
            case PhotoEvent e -> photo(e);
            case CollectionEvent e -> collection(e);
            case NoticeEvent e -> notice(e);
            case PublicationEvent e -> publication(e);
            case GovernanceEvent e -> governance(e);
            case RightsEvent e -> rights(e);
            case ErasureEvent e -> erasure(e);
            case BreachEvent e -> breach(e);
            case AccountEvent e -> account(e);
            case TokenEvent e -> token(e);
            case OrganisationEvent e -> organisation(e);
            case VocabularyEvent e -> vocabulary(e);
            case LinkEvent e -> link(e);
            default ->
                throw new IllegalArgumentException(
                        "nobody decided whether " + event.getClass().getSimpleName() + " says no");
        };
    }

    private static Said consent(ConsentEvent event) {
        return switch (event) {
            case ConsentEvent.RepresentationDisputed e -> Said.NO;
            case ConsentEvent.ProtectionRaised e -> Said.NO;
            case ConsentEvent.ConsentRefused e -> Said.NO;
            case ConsentEvent.ConsentWithdrawn e -> Said.NO;
            case ConsentEvent.ConsentInvalidated e -> Said.NO;
            case ConsentEvent.ErasureOrdered e -> Said.NO;
            case ConsentEvent.ProcessingRestricted e -> Said.NO;
            case ConsentEvent.SafeguardingOrdered e -> Said.NO;
            case ConsentEvent.ErasureRequested e -> Said.NO;
            case ConsentEvent.PhotoTreatmentOrdered e -> Said.NO;
            case ConsentEvent.PhotosLeft e -> Said.NO;
            case ConsentEvent.DeathRecorded e -> Said.NO;
            // a hold says no to destroying, its release says no to keeping: in order they come out right
            case ConsentEvent.ElementHeld e -> Said.NO;
            case ConsentEvent.HoldReleased e -> Said.NO;
            // the clock says it again
            case ConsentEvent.ConsentExpired e -> Said.NOTHING;
            // the tombstone of the key is in the ledger
            case ConsentEvent.KeyDestroyed e -> Said.NOTHING;
            // never narrower than what it replaces
            case ConsentEvent.ConsentRenewed e -> Said.NOTHING;
            case ConsentEvent.ConsentGranted e -> Said.NOTHING;
            // it waits again until somebody says anew that they have seen her
            case ConsentEvent.GrantsConfirmed e -> Said.NOTHING;
            case ConsentEvent.PersonRegistered e -> Said.NOTHING;
            case ConsentEvent.RepresentativeAdded e -> Said.NOTHING;
            // the request for it is in the ledger and is open again, so that it is carried out again
            case ConsentEvent.IdentityCorrected e -> Said.NOTHING;
            case ConsentEvent.RepresentativeCorrected e -> Said.NOTHING;
            // the stricter one holds until two agree again
            case ConsentEvent.LoweringAsked e -> Said.NOTHING;
            // it stands until two agree again
            case ConsentEvent.SafeguardingEndAsked e -> Said.NOTHING;
            case ConsentEvent.SafeguardingEnded e -> Said.NOTHING;
            case ConsentEvent.ProtectionLowered e -> Said.NOTHING;
            case ConsentEvent.RepresentationSettled e -> Said.NOTHING;
            case ConsentEvent.QuitclaimOffered e -> Said.NOTHING;
            case ConsentEvent.RestrictionLifted e -> Said.NOTHING;
            case ConsentEvent.FaceprintEnrolled e -> Said.NOTHING;
            case ConsentEvent.FaceprintsRetired e -> Said.NOTHING;
            case ConsentEvent.MatchAccepted e -> Said.NOTHING;
            case ConsentEvent.UseAuthorised e -> Said.NOTHING;
            case ConsentEvent.UseReleased e -> Said.NOTHING;
            case ConsentEvent.RevocationFollowedUp e -> Said.NOTHING;
        };
    }

    /** Whatever says that somebody is there, or is not who they were held to be. */
    private static Said photo(PhotoEvent event) {
        return switch (event) {
            case PhotoEvent.PhotoRemoved e -> Said.NO;
            // its key has a line of its own, but whichever of the two is there must be enough
            case PhotoEvent.OriginalReplaced e -> Said.NO;
            case PhotoEvent.FaceDrawn e -> Said.NO_ONCE_REVIEWED;
            case PhotoEvent.FaceAdjusted e -> Said.NO_ONCE_REVIEWED;
            case PhotoEvent.FaceDeclaredUnregistered e -> Said.NO_ONCE_REVIEWED;
            // of a face that was dismissed it makes one that has to be asked
            case PhotoEvent.SightingConfirmed e -> Said.NO_ONCE_REVIEWED;
            case PhotoEvent.SightingDetached e -> Said.NO_ONCE_REVIEWED;
            case PhotoEvent.SightingErased e -> Said.NO_ONCE_REVIEWED;
            case PhotoEvent.CopySettled e -> e.same() ? Said.NO : Said.NOTHING;
            // proposed anew whenever somebody on either says no
            case PhotoEvent.CopyProposed e -> Said.NOTHING;
            // the place where a no was must not be forgotten, reviewed or not
            case PhotoEvent.NoUndone e -> Said.NO;
            case PhotoEvent.UndoingAccepted e -> Said.NOTHING;
            case PhotoEvent.FaceDismissed e -> Said.NOTHING;
            case PhotoEvent.PhotoRegistered e -> Said.NOTHING;
            case PhotoEvent.FacesDetected e -> Said.NOTHING;
            // follows from the clock
            case PhotoEvent.MarkOverdue e -> Said.NOTHING;
            case PhotoEvent.FacesAttested e -> Said.NOTHING;
            case PhotoEvent.FaceCompared e -> Said.NOTHING;
            case PhotoEvent.FacesSought e -> Said.NOTHING;
            case PhotoEvent.RecognitionRan e -> Said.NOTHING;
            case PhotoEvent.MatchSuggested e -> Said.NOTHING;
            // follows from the end of recognition
            case PhotoEvent.SuggestionRetracted e -> Said.NOTHING;
            case PhotoEvent.OnePersonExplained e -> Said.NOTHING;
            case PhotoEvent.LookedUncovered e -> Said.NOTHING;
            case PhotoEvent.FileWordsKept e -> Said.NOTHING;
            case PhotoEvent.RenditionMade e -> Said.NOTHING;
            case PhotoEvent.ReviewCompleted e -> Said.NOTHING;
            case PhotoEvent.ReleaseAuthorised e -> Said.NOTHING;
            // follows from the takedown
            case PhotoEvent.ReleaseEnded e -> Said.NOTHING;
            case PhotoEvent.ReleasesRegated e -> Said.NOTHING;
            case PhotoEvent.CopiesFollowed e -> Said.NOTHING;
        };
    }

    private static Said collection(CollectionEvent event) {
        return switch (event) {
            // said again as far as it is narrower
            case CollectionEvent.RecognitionPolicySet e -> Said.NO;
            case CollectionEvent.ParticipantRemoved e -> Said.NO;
            case CollectionEvent.CollectionOpened e -> Said.NOTHING;
            case CollectionEvent.ParticipantAdded e -> Said.NOTHING;
            // they read names of participants
            case CollectionEvent.PhotographerRemoved e -> Said.NO;
            case CollectionEvent.PhotographerAdded e -> Said.NOTHING;
            // allows nobody anything
            case CollectionEvent.ReleaseLinesSet e -> Said.NOTHING;
        };
    }

    /** Allows nobody anything; after a restore whoever describes the organisation says it anew. */
    private static Said organisation(OrganisationEvent event) {
        return switch (event) {
            case OrganisationEvent.OrganisationIntroduced e -> Said.NOTHING;
            case OrganisationEvent.OrganisationDescribed e -> Said.NOTHING;
            case OrganisationEvent.AddressAsked e -> Said.NOTHING;
            case OrganisationEvent.AddressConfirmed e -> Said.NOTHING;
        };
    }

    private static Said vocabulary(VocabularyEvent event) {
        return switch (event) {
            case VocabularyEvent.ContextMarked e -> Said.NO;
            case VocabularyEvent.ContextRetired e -> Said.NO;
            case VocabularyEvent.WordsStruck e -> Said.NO;
            case VocabularyEvent.VocabularyBegun e -> Said.NOTHING;
            case VocabularyEvent.ContextAdded e -> Said.NOTHING;
            case VocabularyEvent.ContextTakenUp e -> Said.NOTHING;
            case VocabularyEvent.UnmarkingAsked e -> Said.NOTHING;
            // it is marked until two agree again
            case VocabularyEvent.ContextUnmarked e -> Said.NOTHING;
        };
    }

    private static Said notice(NoticeEvent event) {
        return switch (event) {
            case NoticeEvent.NoticeRetired e -> Said.NO;
            case NoticeEvent.NoticePublished e -> Said.NOTHING;
        };
    }

    private static Said publication(PublicationEvent event) {
        return switch (event) {
            case PublicationEvent.TakedownOrdered e -> Said.NO;
            // what was asked and not decided is blocked at the start
            case PublicationEvent.PublicationBlocked e -> Said.NOTHING;
            case PublicationEvent.PublicationRequested e -> Said.NOTHING;
            case PublicationEvent.PublicationCleared e -> Said.NOTHING;
            case PublicationEvent.PublicationReaffirmed e -> Said.NOTHING;
            case PublicationEvent.PublicationConfirmed e -> Said.NOTHING;
            case PublicationEvent.TakedownAcknowledged e -> Said.NOTHING;
            case PublicationEvent.TakedownEscalated e -> Said.NOTHING;
        };
    }

    private static Said governance(GovernanceEvent event) {
        return switch (event) {
            case GovernanceEvent.DpiaRevoked e -> Said.NO;
            case GovernanceEvent.InstallationFounded e -> Said.NOTHING;
            case GovernanceEvent.DpiaRecorded e -> Said.NOTHING;
            case GovernanceEvent.DpiaConfirmed e -> Said.NOTHING;
            // the clock says it again
            case GovernanceEvent.DpiaAlarmSounded e -> Said.NOTHING;
            // the settings say it again at the start
            case GovernanceEvent.HorizonDeclared e -> Said.NOTHING;
            case GovernanceEvent.TwoPeopleDeclared e -> Said.NOTHING;
            // from then on no administrator makes accounts alone, and a restored history may have one officer or none
            case GovernanceEvent.TwoOfficersReached e -> Said.NO;
            case GovernanceEvent.SearchPaused e -> Said.NOTHING;
            case GovernanceEvent.SearchResumed e -> Said.NOTHING;
            case GovernanceEvent.ReenrolmentPaused e -> Said.NOTHING;
            case GovernanceEvent.ReenrolmentResumed e -> Said.NOTHING;
            case GovernanceEvent.BulkUseNoticed e -> Said.NOTHING;
            case GovernanceEvent.BulkUseExamined e -> Said.NOTHING;
            case GovernanceEvent.RotationRequested e -> Said.NOTHING;
            case GovernanceEvent.RotationConfirmed e -> Said.NOTHING;
            case GovernanceEvent.NosRestored e -> Said.NOTHING;
            // about this copy of the history: the check finds it again where it still holds
            // the lost nos are lost to whatever is restored later, too
            case GovernanceEvent.HistoryDoubted e -> e.doubt() instanceof Doubt.NosMissing ? Said.NO : Said.NOTHING;
            case GovernanceEvent.PersonConfirmed e -> Said.NOTHING;
            // the person's own history may have been restored from before it as well
            case GovernanceEvent.NoNoted e -> Said.NO;
            case GovernanceEvent.NotedNoCarriedOut e -> Said.NOTHING;
            case GovernanceEvent.DoubtSettled e -> Said.NOTHING;
        };
    }

    private static Said account(AccountEvent event) {
        return switch (event) {
            case AccountEvent.AccountEnded e -> Said.NO;
            // other roles than before: those that it names not are taken away, whatever it adds; another password ends
            // the former one
            case AccountEvent.AccountGranted e -> e.change() == AccountChange.ACCOUNT ? Said.NOTHING : Said.NO;
            case AccountEvent.PasswordChanged e -> Said.NO;
            case AccountEvent.PasswordEnded e -> Said.NO;
            // the request may have been taken back, which no clock says again
            case AccountEvent.AccountLapsed e -> Said.NO;
            case AccountEvent.AccountAsked e -> Said.NOTHING;
            // the clock says it again
            case AccountEvent.AccountForgotten e -> Said.NOTHING;
        };
    }

    private static Said token(TokenEvent event) {
        return switch (event) {
            case TokenEvent.TokenRevoked e -> Said.NO;
            // the request may have been taken back, which no clock says again
            case TokenEvent.TokenLapsed e -> Said.NO;
            case TokenEvent.TokenDoubted e -> Said.NO;
            case TokenEvent.TokenConfirmed e -> Said.NOTHING;
            case TokenEvent.TokenAsked e -> Said.NOTHING;
            case TokenEvent.TokenGranted e -> Said.NOTHING;
            // the clock says it again
            case TokenEvent.TokenForgotten e -> Said.NOTHING;
        };
    }

    private static Said link(LinkEvent event) {
        return switch (event) {
            case LinkEvent.LinkRevoked e -> Said.NO;
            // a lapse the clock says again
            case LinkEvent.LinkSigningEnded e -> e.why() == SigningEnd.PASSED_ON ? Said.NO : Said.NOTHING;
            case LinkEvent.LinkIssued e -> Said.NOTHING;
            case LinkEvent.LinkUsed e -> Said.NOTHING;
            // a letter that was mailed after the backup is mailed again, and the same link opens the same page
            case LinkEvent.LinkMailed e -> Said.NOTHING;
            case LinkEvent.LinkNotMailed e -> Said.NOTHING;
            case LinkEvent.LinkPrinted e -> Said.NOTHING;
            // a code counts for a quarter of an hour; what a restore forgot of one signs nothing
            case LinkEvent.CodeAsked e -> Said.NOTHING;
            case LinkEvent.CodeMailed e -> Said.NOTHING;
            case LinkEvent.CodeNotMailed e -> Said.NOTHING;
            case LinkEvent.CodeMissed e -> Said.NOTHING;
            case LinkEvent.CodeEntered e -> Said.NOTHING;
        };
    }

    private static Said rights(RightsEvent event) {
        return switch (event) {
            // whatever it asks for: it has a due date, which goes on while nobody knows of it
            case RightsEvent.RequestReceived e -> Said.NO;
            case RightsEvent.RequestExtended e -> Said.NOTHING;
            case RightsEvent.RequestAnswered e -> Said.NOTHING;
            case RightsEvent.RequestRefused e -> Said.NOTHING;
            case RightsEvent.RequestAlarmSounded e -> Said.NOTHING;
        };
    }

    /** A case is opened and carried out again by whoever finds the order. */
    private static Said erasure(ErasureEvent event) {
        return switch (event) {
            case ErasureEvent.ErasureCaseOpened e -> Said.NOTHING;
            case ErasureEvent.StepsRequired e -> Said.NOTHING;
            case ErasureEvent.ErasureHeld e -> Said.NOTHING;
            case ErasureEvent.ErasureStepParked e -> Said.NOTHING;
            case ErasureEvent.ErasureStepRetried e -> Said.NOTHING;
            case ErasureEvent.DueAlarmSounded e -> Said.NOTHING;
            case ErasureEvent.ErasureStepRecorded e -> Said.NOTHING;
            case ErasureEvent.PhotosLeaving e -> Said.NOTHING;
            case ErasureEvent.StoresSearched e -> Said.NOTHING;
            case ErasureEvent.ErasureCaseClosed e -> Said.NOTHING;
            case ErasureEvent.DueDateExtended e -> Said.NOTHING;
        };
    }

    /** What a confirmed compromise takes from a person is an order to erase in her own history. */
    private static Said breach(BreachEvent event) {
        return switch (event) {
            case BreachEvent.CompromiseReported e -> Said.NOTHING;
            case BreachEvent.RevocationRequested e -> Said.NOTHING;
            case BreachEvent.RevocationConfirmed e -> Said.NOTHING;
            case BreachEvent.KeysRevoked e -> Said.NOTHING;
            case BreachEvent.AuthorityNotified e -> Said.NOTHING;
            case BreachEvent.PersonsInformed e -> Said.NOTHING;
            case BreachEvent.BreachAlarmSounded e -> Said.NOTHING;
            case BreachEvent.BreachClosed e -> Said.NOTHING;
        };
    }
}
