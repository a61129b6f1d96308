package org.quitclaim.query.photo;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.domain.consent.Denial;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.status.StatusReason;

/**
 * How much of a photo somebody reads.
 *
 * <p><b>Guarantees:</b> only officers and auditors learn from a reason that a consent ends at a subject: for everybody else
 * it reads like a consent that is for other photos.
 *
 * @param contexts whether subjects are shown
 * @param exact whether a reason names the nearest miss
 * @param linked which other photos may be named
 */
record PhotoReader(boolean contexts, boolean exact, Predicate<PhotoId> linked) {
    static PhotoReader of(Actor actor, Reach reach, Predicate<PhotoId> linked) {
        boolean exact = actor.is(Role.COMPLIANCE_OFFICER) || actor.is(Role.AUDITOR);
        return new PhotoReader(reach instanceof Reach.Everything, exact, linked);
    }

    String code(StatusReason reason) {
        return exact ? reason.code() : Denial.withoutTerms(reason.code());
    }

    static boolean isOf(Optional<Set<CollectionId>> own, PhotoDocument photo) {
        return own.map(some -> some.contains(photo.photo().collection())).orElse(true);
    }
}
