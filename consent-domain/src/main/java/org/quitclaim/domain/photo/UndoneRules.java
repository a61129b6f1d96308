package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.photo.PhotoCommand.AcceptUndoing;
import org.quitclaim.domain.photo.PhotoCommand.RememberNo;
import org.quitclaim.domain.photo.PhotoState.Registered;

/**
 * What becomes of a place where somebody was who said no.
 *
 * <p><b>Guarantees:</b> whatever is done to the face afterwards, the place may not be shown until a second person agreed;
 * of the person, the no and its day nothing is remembered.
 */
final class UndoneRules {
    private UndoneRules() {}

    /** The change, and with it that the place may not be shown; without a reason it is refused. */
    static Decision<PhotoEvent> with(
            PhotoEvent change, Registered photo, MarkedFace face, Undoing undoing, Instant at) {
        if (!undoing.isAbout(face)) {
            return Decision.reject(PhotoRejection.CHANGED_MEANWHILE);
        }
        if (!undoing.ofNo()) {
            return Decision.accept(change);
        }
        return undoing.because().isEmpty()
                ? Decision.reject(PhotoRejection.REASON_NEEDED)
                : Decision.accept(List.of(
                        change,
                        new PhotoEvent.NoUndone(
                                photo.id(),
                                face.mark().face(),
                                face.area(),
                                undoing.because().getFirst(),
                                undoing.by(),
                                photo.version() + 1,
                                at)));
    }

    /** As a history says that was restored from before it. */
    static Decision<PhotoEvent> remember(Registered photo, RememberNo command, Instant at) {
        Box known = photo.seen().undone().get(command.face());
        return known != null && known.holds(command.box())
                ? Decision.reject(PhotoRejection.SAME_STANDING)
                : Decision.accept(new PhotoEvent.NoUndone(
                        photo.id(),
                        command.face(),
                        command.box(),
                        command.because(),
                        command.by(),
                        photo.version() + 1,
                        at));
    }

    /** Of the photo that was looked at: what was changed since is for another look. */
    static Decision<PhotoEvent> accept(Registered photo, AcceptUndoing command, Instant at) {
        if (!photo.seen().undone().containsKey(command.face())) {
            return Decision.reject(PhotoRejection.NOTHING_UNDONE);
        }
        if (photo.version() != command.version()) {
            return Decision.reject(PhotoRejection.CHANGED_MEANWHILE);
        }
        return command.by()
                .refusal()
                .<Decision<PhotoEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(
                        new PhotoEvent.UndoingAccepted(photo.id(), command.face(), photo.version() + 1, at)));
    }
}
