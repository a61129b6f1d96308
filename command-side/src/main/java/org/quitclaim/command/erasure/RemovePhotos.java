package org.quitclaim.command.erasure;

import java.util.Set;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.KeyRef;

/** Every photo that shows the person goes: removed, and the key of its image destroyed. */
record RemovePhotos(SeenOn seen, Commands commands, LeavingPhotos leaving, ErasureCases cases) implements FollowUp {
    @Override
    public ErasureStep step() {
        return ErasureStep.PHOTOS_REMOVED;
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        Set<PhotoId> photos = seen.photos(open.work().person()).keySet();
        leaving.record(open.work().id(), photos, origin);
        photos.forEach(photo -> {
            commands.offer(new RemovePhoto(photo), origin);
            cases.shred(KeyRef.first(photo, KeyScope.PHOTO));
        });
        return Outcome.DONE;
    }
}
