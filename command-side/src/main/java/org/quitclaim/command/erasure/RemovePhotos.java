package org.quitclaim.command.erasure;

import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.rights.SeenOn;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.PhotoLeaving;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** Every photo that shows the person goes: removed, and the key of its image destroyed. */
record RemovePhotos(SeenOn seen, Commands commands, Streams streams, LeavingPhotos leaving, ErasureCases cases)
        implements FollowUp {
    @Override
    public ErasureStep step() {
        return ErasureStep.PHOTOS_REMOVED;
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        List<PhotoLeaving> photos = seen.photos(open.work().person()).entrySet().stream()
                .flatMap(entry -> streams.photo(entry.getKey()) instanceof Registered photo
                        ? Stream.of(new PhotoLeaving(photo.id(), photo.picture().keyGeneration(), entry.getValue()))
                        : Stream.empty())
                .toList();
        leaving.record(open.work().id(), photos, origin);
        photos.forEach(one -> {
            commands.offer(new RemovePhoto(one.photo()), origin);
            cases.shred(LeavingPhotos.key(one));
        });
        return Outcome.DONE;
    }
}
