package org.quitclaim.domain.photo;

import java.time.Instant;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.photo.PhotoCommand.LookUncovered;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** Looking at a photo on which somebody is covered. */
final class LookRules {
    private LookRules() {}

    /** It ends by itself, so that nobody has to remember to end it. */
    static Decision<PhotoEvent> look(Registered photo, LookUncovered command, Instant at) {
        return Decision.accept(new PhotoEvent.LookedUncovered(photo.id(), command.reason(), at.plus(Unseen.LOOK), at));
    }
}
