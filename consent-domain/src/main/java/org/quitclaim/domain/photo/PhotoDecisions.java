package org.quitclaim.domain.photo;

import java.time.Instant;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.photo.PhotoCommand.AcceptUndoing;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.AttestFaces;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.CompareFace;
import org.quitclaim.domain.photo.PhotoCommand.CompleteReview;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoCommand.DismissFace;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.EndPatience;
import org.quitclaim.domain.photo.PhotoCommand.EndRelease;
import org.quitclaim.domain.photo.PhotoCommand.EraseSighting;
import org.quitclaim.domain.photo.PhotoCommand.ExplainOnePerson;
import org.quitclaim.domain.photo.PhotoCommand.FinishCopies;
import org.quitclaim.domain.photo.PhotoCommand.FinishRegate;
import org.quitclaim.domain.photo.PhotoCommand.KeepFileWords;
import org.quitclaim.domain.photo.PhotoCommand.LookUncovered;
import org.quitclaim.domain.photo.PhotoCommand.MakeRendition;
import org.quitclaim.domain.photo.PhotoCommand.ProposeCopy;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoCommand.RecordRun;
import org.quitclaim.domain.photo.PhotoCommand.RegisterPhoto;
import org.quitclaim.domain.photo.PhotoCommand.RememberNo;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;
import org.quitclaim.domain.photo.PhotoCommand.ReplaceOriginal;
import org.quitclaim.domain.photo.PhotoCommand.RetractSuggestion;
import org.quitclaim.domain.photo.PhotoCommand.SeekFaces;
import org.quitclaim.domain.photo.PhotoCommand.SettleCopy;
import org.quitclaim.domain.photo.PhotoCommand.SuggestMatch;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.PhotoState.Unregistered;

/** Decides about photos; the rules lie in the package's {@code …Rules}, one capability each. */
public final class PhotoDecisions {
    private PhotoDecisions() {}

    public static Decision<PhotoEvent> decide(PhotoState state, PhotoCommand command, Instant at) {
        return switch (state) {
            case Unregistered u ->
                command instanceof RegisterPhoto register
                        ? Decision.accept(registered(register, at))
                        : Decision.reject(PhotoRejection.UNKNOWN_PHOTO);
            case Registered photo ->
                photo.removed() ? decideRemoved(photo, command, at) : decideHere(photo, command, at);
        };
    }

    /** What is over can still be settled, and nothing else. */
    private static Decision<PhotoEvent> decideRemoved(Registered photo, PhotoCommand command, Instant at) {
        return switch (command) {
            case EndRelease c -> ReleaseRules.end(photo, c, at);
            case FinishRegate c -> ReleaseRules.regated(photo, c, at);
            case FinishCopies c -> CopyRules.followed(photo, c, at);
            case RetractSuggestion c -> SuggestionRules.retract(photo, c, at);
            case RegisterPhoto c -> Decision.reject(PhotoRejection.ALREADY_REGISTERED);
            case RecordFaces c -> Decision.reject(PhotoRejection.REMOVED);
            case EndPatience c -> Decision.reject(PhotoRejection.REMOVED);
            case DrawFace c -> Decision.reject(PhotoRejection.REMOVED);
            case AdjustFace c -> Decision.reject(PhotoRejection.REMOVED);
            case DismissFace c -> Decision.reject(PhotoRejection.REMOVED);
            case AttestFaces c -> Decision.reject(PhotoRejection.REMOVED);
            case CompareFace c -> Decision.reject(PhotoRejection.REMOVED);
            case SeekFaces c -> Decision.reject(PhotoRejection.REMOVED);
            case RecordRun c -> Decision.reject(PhotoRejection.REMOVED);
            case SuggestMatch c -> Decision.reject(PhotoRejection.REMOVED);
            case ConfirmSighting c -> Decision.reject(PhotoRejection.REMOVED);
            case DetachSighting c -> Decision.reject(PhotoRejection.REMOVED);
            case RememberNo c -> Decision.reject(PhotoRejection.REMOVED);
            case AcceptUndoing c -> UndoneRules.accept(photo, c, at);
            case EraseSighting c -> FaceRules.erase(photo, c, at);
            case DeclareUnregistered c -> Decision.reject(PhotoRejection.REMOVED);
            case MakeRendition c -> Decision.reject(PhotoRejection.REMOVED);
            case ReplaceOriginal c -> Decision.reject(PhotoRejection.REMOVED);
            case CompleteReview c -> Decision.reject(PhotoRejection.REMOVED);
            case ExplainOnePerson c -> Decision.reject(PhotoRejection.REMOVED);
            case ProposeCopy c -> Decision.reject(PhotoRejection.REMOVED);
            case SettleCopy c -> Decision.reject(PhotoRejection.REMOVED);
            case AuthoriseRelease c -> Decision.reject(PhotoRejection.REMOVED);
            case LookUncovered c -> Decision.reject(PhotoRejection.REMOVED);
            case KeepFileWords c -> Decision.reject(PhotoRejection.REMOVED);
            case RemovePhoto c -> Decision.reject(PhotoRejection.REMOVED);
        };
    }

    private static Decision<PhotoEvent> decideHere(Registered photo, PhotoCommand command, Instant at) {
        return switch (command) {
            case RegisterPhoto c -> Decision.reject(PhotoRejection.ALREADY_REGISTERED);
            case RecordFaces c -> SearchRules.looked(photo, c, at);
            case EndPatience c -> SearchRules.overdue(photo, c, at);
            case DrawFace c -> FaceRules.draw(photo, c, at);
            case AdjustFace c -> FaceRules.adjust(photo, c, at);
            case DismissFace c -> FaceRules.dismiss(photo, c, at);
            case DeclareUnregistered c -> FaceRules.unregistered(photo, c, at);
            case ConfirmSighting c -> FaceRules.confirm(photo, c, at);
            case DetachSighting c -> FaceRules.detach(photo, c, at);
            case RememberNo c -> UndoneRules.remember(photo, c, at);
            case AcceptUndoing c -> UndoneRules.accept(photo, c, at);
            case EraseSighting c -> FaceRules.erase(photo, c, at);
            case AttestFaces c -> SuggestionRules.attest(photo, c, at);
            case CompareFace c -> ComparisonRules.compare(photo, c, at);
            case SeekFaces c -> ComparisonRules.seek(photo, c, at);
            case RecordRun c -> Decision.accept(new PhotoEvent.RecognitionRan(photo.id(), c.run(), at));
            case SuggestMatch c -> SuggestionRules.suggest(photo, c, at);
            case RetractSuggestion c -> SuggestionRules.retract(photo, c, at);
            case MakeRendition c -> OriginalRules.make(photo, c, at);
            case ReplaceOriginal c -> OriginalRules.replace(photo, c, at);
            case CompleteReview c -> ReleaseRules.review(photo, c, at);
            case ExplainOnePerson c -> Twice.explain(photo, c, at);
            case ProposeCopy c -> CopyRules.propose(photo, c, at);
            case SettleCopy c -> CopyRules.settle(photo, c, at);
            case AuthoriseRelease c -> ReleaseRules.authorise(photo, c, at);
            case EndRelease c -> ReleaseRules.end(photo, c, at);
            case FinishRegate c -> ReleaseRules.regated(photo, c, at);
            case FinishCopies c -> CopyRules.followed(photo, c, at);
            case LookUncovered c -> LookRules.look(photo, c, at);
            case KeepFileWords c ->
                Decision.accept(new PhotoEvent.FileWordsKept(photo.id(), c.words(), c.places(), c.people(), at));
            case RemovePhoto c -> Decision.accept(new PhotoEvent.PhotoRemoved(photo.id(), photo.version() + 1, at));
        };
    }

    private static PhotoEvent registered(RegisterPhoto c, Instant at) {
        return new PhotoEvent.PhotoRegistered(
                c.photo(),
                c.collection(),
                c.source(),
                c.image(),
                c.preview(),
                c.name(),
                c.digest(),
                c.widthPixels(),
                c.heightPixels(),
                c.original(),
                c.derivedFrom(),
                at);
    }

    public static PhotoState evolve(PhotoState state, PhotoEvent event) {
        return PhotoEvolution.evolve(state, event);
    }
}
