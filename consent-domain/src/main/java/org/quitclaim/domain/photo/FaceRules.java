package org.quitclaim.domain.photo;

import java.time.Instant;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoCommand.DismissFace;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.EraseSighting;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.SimilarityBand;

/** Who is marked on a photo, and who they are held to be. */
final class FaceRules {
    private static final int LEAST_SIDE_PIXELS = 8;

    private FaceRules() {}

    static Decision<PhotoEvent> draw(Registered photo, DrawFace command, Instant at) {
        if (photo.faces().containsKey(command.mark().face())) {
            return Decision.reject(PhotoRejection.FACE_EXISTS);
        }
        return tooSmall(photo, command.mark().box())
                ? Decision.reject(PhotoRejection.BOX_TOO_SMALL)
                : Decision.accept(new PhotoEvent.FaceDrawn(photo.id(), command.mark(), photo.version() + 1, at));
    }

    static Decision<PhotoEvent> adjust(Registered photo, AdjustFace command, Instant at) {
        MarkedFace face = photo.faces().get(command.face());
        if (face == null) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        if (face.mark().box().equals(command.box())) {
            return Decision.reject(PhotoRejection.SAME_STANDING);
        }
        if (tooSmall(photo, command.box())) {
            return Decision.reject(PhotoRejection.BOX_TOO_SMALL);
        }
        if (!face.mayBeAt(command.box())) {
            return Decision.reject(PhotoRejection.NOT_THE_FACE);
        }
        PhotoEvent moved =
                new PhotoEvent.FaceAdjusted(photo.id(), command.face(), command.box(), photo.version() + 1, at);
        return SuggestionRules.without(
                UndoneRules.with(moved, photo, face, leaving(face, command), at), photo, face, command.box(), at);
    }

    /** A mark that grows leaves nothing behind; whoever was erased has said no, whatever else is known. */
    private static Undoing leaving(MarkedFace face, AdjustFace command) {
        if (command.box().holds(face.mark().box())) {
            return Undoing.OF_NOTHING;
        }
        return face.standing() instanceof FaceStanding.Erased
                ? command.undoing().ofNo(true)
                : command.undoing();
    }

    /** Nobody can tell a face in it, so it hides nobody; all of a picture that is smaller still is enough. */
    private static boolean tooSmall(Registered photo, Box box) {
        return Math.round(box.width() * photo.size().width())
                        < Math.min(LEAST_SIDE_PIXELS, photo.size().width())
                || Math.round(box.height() * photo.size().height())
                        < Math.min(LEAST_SIDE_PIXELS, photo.size().height());
    }

    static Decision<PhotoEvent> dismiss(Registered photo, DismissFace command, Instant at) {
        return change(
                photo,
                command.face(),
                new FaceStanding.Dismissed(command.reason()),
                new PhotoEvent.FaceDismissed(photo.id(), command.face(), command.reason(), photo.version() + 1, at));
    }

    static Decision<PhotoEvent> unregistered(Registered photo, DeclareUnregistered command, Instant at) {
        return change(
                photo,
                command.face(),
                new FaceStanding.Unregistered(),
                new PhotoEvent.FaceDeclaredUnregistered(photo.id(), command.face(), photo.version() + 1, at));
    }

    /** A sighting is never overwritten: it has to be detached first, so that history says who said what. */
    private static Decision<PhotoEvent> change(Registered photo, FaceId id, FaceStanding wanted, PhotoEvent change) {
        MarkedFace face = photo.faces().get(id);
        if (face == null) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        if (face.standing().equals(wanted)) {
            return Decision.reject(PhotoRejection.SAME_STANDING);
        }
        return switch (face.standing()) {
            case FaceStanding.Sighted sighted -> Decision.reject(PhotoRejection.NOT_OPEN);
            case FaceStanding.Erased erased -> Decision.reject(PhotoRejection.FACE_ERASED);
            case FaceStanding.Open open -> Decision.accept(change);
            case FaceStanding.Unregistered unregistered -> Decision.accept(change);
            case FaceStanding.Dismissed dismissed -> Decision.accept(change);
        };
    }

    static Decision<PhotoEvent> confirm(Registered photo, ConfirmSighting command, Instant at) {
        MarkedFace face = photo.faces().get(command.face());
        if (face == null) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        if (face.standing() instanceof FaceStanding.Sighted sighted) {
            return Decision.reject(
                    sighted.person().equals(command.person())
                            ? PhotoRejection.SIGHTED_ALREADY
                            : PhotoRejection.NOT_OPEN);
        }
        if (face.standing() instanceof FaceStanding.Erased) {
            return Decision.reject(PhotoRejection.FACE_ERASED);
        }
        boolean suggested = face.suggestions().stream().anyMatch(s -> s.person().equals(command.person()));
        if (command.by() != ConfirmedBy.HAND && command.by() != ConfirmedBy.COPY && !suggested) {
            return Decision.reject(PhotoRejection.NO_SUGGESTION);
        }
        if ((command.by() == ConfirmedBy.POLICY || command.by() == ConfirmedBy.POLICY_ALONE)
                && (!unambiguous(face) || Twice.isElsewhere(photo, command.face(), command.person()))) {
            return Decision.reject(PhotoRejection.NOT_AUTOMATIC);
        }
        return Decision.accept(new PhotoEvent.SightingConfirmed(
                photo.id(), command.face(), command.person(), command.by(), photo.version() + 1, at));
    }

    /** Anything less is for a human. Source: GDPR Art. 22, AI Act Art. 14; R43. */
    private static boolean unambiguous(MarkedFace face) {
        return face.suggestions().size() == 1
                && face.suggestions().stream().allMatch(s -> s.band() == SimilarityBand.STRONG && !s.close());
    }

    static Decision<PhotoEvent> detach(Registered photo, DetachSighting command, Instant at) {
        MarkedFace face = photo.faces().get(command.face());
        if (face == null) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        if (!face.standing().equals(new FaceStanding.Sighted(command.person()))) {
            return Decision.reject(PhotoRejection.NOT_SIGHTED);
        }
        PhotoEvent detached =
                new PhotoEvent.SightingDetached(photo.id(), command.face(), command.person(), photo.version() + 1, at);
        return UndoneRules.with(detached, photo, face, command.undoing(), at);
    }

    static Decision<PhotoEvent> erase(Registered photo, EraseSighting command, Instant at) {
        MarkedFace face = photo.faces().get(command.face());
        if (face == null) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        return face.standing().equals(new FaceStanding.Sighted(command.person()))
                ? Decision.accept(new PhotoEvent.SightingErased(
                        photo.id(), command.face(), command.person(), photo.version() + 1, at))
                : Decision.reject(PhotoRejection.NOT_SIGHTED);
    }
}
