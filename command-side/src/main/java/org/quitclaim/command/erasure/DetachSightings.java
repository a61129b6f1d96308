package org.quitclaim.command.erasure;

import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.rights.SeenOn;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.PhotoCommand.EraseSighting;

/** No face leads to the person any more; each stays the face of somebody who was erased. */
record DetachSightings(SeenOn seen, Commands commands) implements FollowUp {
    @Override
    public ErasureStep step() {
        return ErasureStep.SIGHTINGS_DETACHED;
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        PersonId person = open.work().person();
        seen.photos(person)
                .forEach((photo, faces) ->
                        faces.forEach(face -> commands.offer(new EraseSighting(photo, face, person), origin)));
        return seen.photos(person).isEmpty() ? Outcome.DONE : Outcome.WAITING;
    }
}
