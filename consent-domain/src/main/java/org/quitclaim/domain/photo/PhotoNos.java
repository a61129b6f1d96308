package org.quitclaim.domain.photo;

import java.util.Optional;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.EraseSighting;
import org.quitclaim.domain.photo.PhotoCommand.RememberNo;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;
import org.quitclaim.domain.photo.PhotoCommand.SettleCopy;

/** How a no on a photo is said again in a history that was restored from before it. */
public final class PhotoNos {
    private PhotoNos() {}

    /** Whoever confirmed a sighting did it by hand or let a suggestion stand, which this history need not have. */
    public static Optional<PhotoCommand> again(PhotoEvent no) {
        return switch (no) {
            case PhotoEvent.PhotoRemoved e -> Optional.of(new RemovePhoto(e.photo()));
            case PhotoEvent.FaceDrawn e -> Optional.of(new DrawFace(e.photo(), e.mark()));
            case PhotoEvent.FaceAdjusted e -> Optional.of(new AdjustFace(e.photo(), e.face(), e.box()));
            case PhotoEvent.FaceDeclaredUnregistered e -> Optional.of(new DeclareUnregistered(e.photo(), e.face()));
            case PhotoEvent.SightingConfirmed e ->
                Optional.of(new ConfirmSighting(e.photo(), e.face(), e.person(), ConfirmedBy.HAND));
            case PhotoEvent.SightingDetached e -> Optional.of(new DetachSighting(e.photo(), e.face(), e.person()));
            case PhotoEvent.NoUndone e ->
                Optional.of(new RememberNo(e.photo(), e.face(), e.box(), e.because(), e.by()));
            case PhotoEvent.SightingErased e -> Optional.of(new EraseSighting(e.photo(), e.face(), e.person()));
            // what took the original's place came after this history, and the original must not come back
            case PhotoEvent.OriginalReplaced e -> Optional.of(new RemovePhoto(e.photo()));
            case PhotoEvent.CopySettled e ->
                e.same() ? Optional.of(new SettleCopy(e.photo(), e.of(), true)) : Optional.empty();
            case PhotoEvent.CopyProposed e -> Optional.empty();
            case PhotoEvent.FaceDismissed e -> Optional.empty();
            case PhotoEvent.UndoingAccepted e -> Optional.empty();
            case PhotoEvent.PhotoRegistered e -> Optional.empty();
            case PhotoEvent.FacesDetected e -> Optional.empty();
            case PhotoEvent.MarkOverdue e -> Optional.empty();
            case PhotoEvent.FacesAttested e -> Optional.empty();
            case PhotoEvent.FaceCompared e -> Optional.empty();
            case PhotoEvent.FacesSought e -> Optional.empty();
            case PhotoEvent.RecognitionRan e -> Optional.empty();
            case PhotoEvent.MatchSuggested e -> Optional.empty();
            case PhotoEvent.SuggestionRetracted e -> Optional.empty();
            case PhotoEvent.OnePersonExplained e -> Optional.empty();
            case PhotoEvent.LookedUncovered e -> Optional.empty();
            case PhotoEvent.FileWordsKept e -> Optional.empty();
            case PhotoEvent.RenditionMade e -> Optional.empty();
            case PhotoEvent.ReviewCompleted e -> Optional.empty();
            case PhotoEvent.ReleaseAuthorised e -> Optional.empty();
            case PhotoEvent.ReleaseEnded e -> Optional.empty();
            case PhotoEvent.ReleasesRegated e -> Optional.empty();
            case PhotoEvent.CopiesFollowed e -> Optional.empty();
        };
    }
}
