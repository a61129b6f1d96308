package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.photo.Copies.Copy;
import org.quitclaim.domain.photo.Copies.Known;
import org.quitclaim.domain.photo.PhotoCommand.FinishCopies;
import org.quitclaim.domain.photo.PhotoCommand.ProposeCopy;
import org.quitclaim.domain.photo.PhotoCommand.SettleCopy;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** Whether one photo that looks like another is a copy of it: proposed by machines, settled by a human. */
final class CopyRules {
    private CopyRules() {}

    /** What a human denied is not proposed again; what was proposed can only become pressing. */
    static Decision<PhotoEvent> propose(Registered photo, ProposeCopy command, Instant at) {
        if (command.of().equals(photo.id())) {
            return Decision.reject(PhotoRejection.COPY_OF_ITSELF);
        }
        Optional<Copy> before = photo.copies().with(command.of());
        boolean news = before.isEmpty()
                || (before.get().known() == Known.PROPOSED
                        && command.pressing()
                        && !before.get().pressing());
        return news
                ? Decision.accept(new PhotoEvent.CopyProposed(
                        photo.id(), command.of(), command.pressing(), photo.version() + 1, at))
                : Decision.reject(PhotoRejection.COPY_KNOWN);
    }

    /** That it is one can be said of any; a yes is not taken back, because what came with it stays on the photo. */
    static Decision<PhotoEvent> settle(Registered photo, SettleCopy command, Instant at) {
        if (command.of().equals(photo.id())) {
            return Decision.reject(PhotoRejection.COPY_OF_ITSELF);
        }
        Optional<Known> before = photo.copies().with(command.of()).map(Copy::known);
        if (before.isEmpty() && !command.same()) {
            return Decision.reject(PhotoRejection.COPY_UNKNOWN);
        }
        if (before.filter(Known.SAME::equals).isPresent()) {
            return Decision.reject(command.same() ? PhotoRejection.COPY_KNOWN : PhotoRejection.COPY_IS_ONE);
        }
        return before.filter(Known.OTHER::equals).isPresent() && !command.same()
                ? Decision.reject(PhotoRejection.COPY_KNOWN)
                : Decision.accept(
                        new PhotoEvent.CopySettled(photo.id(), command.of(), command.same(), photo.version() + 1, at));
    }

    static Decision<PhotoEvent> followed(Registered photo, FinishCopies command, Instant at) {
        return command.version() > photo.copies().followed() && command.version() <= photo.version()
                ? Decision.accept(new PhotoEvent.CopiesFollowed(photo.id(), command.version(), at))
                : Decision.reject(PhotoRejection.NOTHING_TO_CARRY);
    }
}
