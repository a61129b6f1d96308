package org.quitclaim.command.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.photo.PhotoKey;
import org.quitclaim.domain.erasure.ErasureCommand.RecordPhotosLeaving;
import org.quitclaim.domain.erasure.ErasureEvent.PhotosLeaving;
import org.quitclaim.domain.erasure.PhotoLeaving;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.vault.KeyRef;

/** Which photos go with a case as they were; in its history, so that it outlives the links from faces to the person. */
final class LeavingPhotos {
    /** An event stays small: {@value} photos are about 32 KiB. */
    private static final int AT_ONCE = 300;

    private final Commands commands;
    private final Streams streams;

    LeavingPhotos(Commands commands, Streams streams) {
        this.commands = commands;
        this.streams = streams;
    }

    static Set<PhotoLeaving> of(Streams streams, ErasureCaseId id) {
        return PhotosLeaving.in(streams.events(id));
    }

    static KeyRef key(PhotoLeaving leaving) {
        return PhotoKey.of(leaving.photo(), leaving.keyGeneration());
    }

    Set<PhotoLeaving> of(ErasureCaseId id) {
        return of(streams, id);
    }

    /** Records those that are not recorded yet. */
    void record(ErasureCaseId id, Collection<PhotoLeaving> photos, Origin origin) {
        List<PhotoLeaving> fresh = new ArrayList<>(photos);
        fresh.removeAll(of(id));
        for (int from = 0; from < fresh.size(); from += AT_ONCE) {
            commands.send(
                    new RecordPhotosLeaving(id, fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE))), origin);
        }
    }
}
