package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RenditionId;
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
        Optional<PhotoRejection> refusal =
                ReleaseRefusals.against(photo, command.rendition(), command.publication()).stream()
                        .findFirst();
        if (refusal.isPresent()) {
            return Decision.reject(refusal.get());
        }
        return Decision.accept(new PhotoEvent.ReleaseAuthorised(
                photo.id(),
                command.publication(),
                command.rendition(),
                photo.collection(),
                persons(photo, command.rendition()),
                photo.version(),
                at));
    }

    private static List<PersonId> persons(Registered photo, RenditionId version) {
        return photo.visibleOn(Objects.requireNonNull(photo.renditions().get(version))).stream()
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
