package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.CompleteReview;
import org.quitclaim.domain.photo.PhotoCommand.EndRelease;
import org.quitclaim.domain.photo.PhotoCommand.FinishRegate;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** What may leave: reviewed, everybody visible identified or dismissed. */
final class ReleaseRules {
    private ReleaseRules() {}

    static Decision<PhotoEvent> review(Registered photo, CompleteReview command, Instant at) {
        if (!photo.detected()) {
            return Decision.reject(PhotoRejection.NOT_YET_DETECTED);
        }
        if (photo.reviewed() && photo.seen().unseen().isEmpty()) {
            return Decision.reject(PhotoRejection.ALREADY_REVIEWED);
        }
        return photo.needsOwnLook() && !command.alone()
                ? Decision.reject(PhotoRejection.NEEDS_OWN_LOOK)
                : Decision.accept(new PhotoEvent.ReviewCompleted(photo.id(), command.alone(), photo.version() + 1, at));
    }

    static Decision<PhotoEvent> authorise(Registered photo, AuthoriseRelease command, Instant at) {
        Rendition rendition = photo.renditions().get(command.rendition());
        if (rendition == null) {
            return Decision.reject(PhotoRejection.UNKNOWN_RENDITION);
        }
        if (!photo.searched()) {
            return Decision.reject(PhotoRejection.BEING_SEARCHED);
        }
        if (!photo.reviewed()) {
            return Decision.reject(PhotoRejection.NOT_REVIEWED);
        }
        boolean live = photo.releases().containsKey(command.publication());
        // what is live stays until somebody has said that it is one
        if (!live && !photo.copies().unsettled().isEmpty()) {
            return Decision.reject(PhotoRejection.COPY_UNSETTLED);
        }
        List<MarkedFace> visible = photo.visibleOn(rendition);
        if (visible.stream().anyMatch(face -> face.standing() instanceof FaceStanding.Unregistered)) {
            return Decision.reject(PhotoRejection.FACE_UNREGISTERED);
        }
        if (visible.stream().anyMatch(face -> face.standing() instanceof FaceStanding.Erased)) {
            return Decision.reject(PhotoRejection.FACE_ERASED);
        }
        if (visible.stream()
                .anyMatch(face -> face.standing() instanceof FaceStanding.Open && !(live && photo.isLate(face)))) {
            return Decision.reject(PhotoRejection.FACE_OPEN);
        }
        if (visible.stream()
                .anyMatch(face -> photo.seen().unseen().contains(face.mark().face()))) {
            return Decision.reject(PhotoRejection.CONFIRMED_UNSEEN);
        }
        if (!Twice.unexplained(photo, visible).isEmpty()) {
            return Decision.reject(PhotoRejection.PERSON_TWICE);
        }
        if (!photo.undoneOn(rendition).isEmpty()) {
            return Decision.reject(PhotoRejection.NO_UNDONE);
        }
        if (!rendition.stillVisible().isEmpty()) {
            return Decision.reject(PhotoRejection.FACE_STILL_VISIBLE);
        }
        return Decision.accept(new PhotoEvent.ReleaseAuthorised(
                photo.id(),
                command.publication(),
                command.rendition(),
                photo.collection(),
                persons(visible),
                photo.version(),
                at));
    }

    private static List<PersonId> persons(List<MarkedFace> visible) {
        return visible.stream()
                .flatMap(face -> face.standing() instanceof FaceStanding.Sighted sighted
                        ? Stream.of(sighted.person())
                        : Stream.empty())
                .toList();
    }

    static Decision<PhotoEvent> end(Registered photo, EndRelease command, Instant at) {
        return photo.releases().containsKey(command.publication())
                ? Decision.accept(new PhotoEvent.ReleaseEnded(photo.id(), command.publication(), at))
                : Decision.reject(PhotoRejection.NO_SUCH_RELEASE);
    }

    static Decision<PhotoEvent> regated(Registered photo, FinishRegate command, Instant at) {
        return command.version() > photo.regated() && command.version() <= photo.version()
                ? Decision.accept(new PhotoEvent.ReleasesRegated(photo.id(), command.version(), at))
                : Decision.reject(PhotoRejection.NOTHING_TO_REGATE);
    }
}
