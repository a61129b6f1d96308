package org.quitclaim.command.photo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.FaceStanding.Sighted;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.eventstore.StreamDamaged;

/**
 * Whether somebody on a photo asked that nothing happen to their data, and nothing be destroyed.
 *
 * <p><b>Guarantees:</b> whose history cannot be read did. What somebody else ordered to be erased is carried out all the
 * same: it protects the rights of another person.
 *
 * <p><b>Source:</b> GDPR Art. 18(2).
 */
record StandingStill(Streams streams) {
    /** Why it may be removed all the same. */
    enum Because {
        AGREED,
        LEGAL_CLAIM,
        RIGHTS_OF_OTHERS
    }

    boolean on(Registered photo) {
        return photo.faces().values().stream()
                .anyMatch(face -> face.standing() instanceof Sighted(PersonId person) && standsStill(person));
    }

    /** What was ordered before goes on. */
    private boolean standsStill(PersonId person) {
        try {
            return streams.consent(person) instanceof Known known && known.standsStill() && !known.erasureRequested();
        } catch (StreamDamaged e) {
            return true;
        }
    }

    /**
     * The origin of a removal, with the reason where it takes one.
     *
     * @throws RejectedException with {@link PhotoRejection#STANDS_STILL} if it takes one, and the actor is no officer or
     *     gives none
     */
    Origin removing(Registered photo, @Nullable Because because, Actor actor, Origin origin) {
        if (!on(photo)) {
            return origin;
        }
        requireOfficer(actor);
        if (because == null) {
            throw new RejectedException(PhotoRejection.STANDS_STILL);
        }
        return origin.because(
                "photo.removed-for-" + because.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    void requireOfficer(Actor actor) {
        if (!actor.is(Role.COMPLIANCE_OFFICER)) {
            throw new RejectedException(PhotoRejection.STANDS_STILL);
        }
    }
}
