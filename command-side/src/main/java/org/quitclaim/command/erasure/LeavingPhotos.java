package org.quitclaim.command.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.erasure.ErasureCaseId;
import org.quitclaim.domain.erasure.ErasureCommand.RecordPhotosLeaving;
import org.quitclaim.domain.erasure.ErasureEvent.PhotosLeaving;
import org.quitclaim.domain.photo.PhotoId;

/** Which photos go with a case; in its history, so that it outlives the links from faces to the person. */
final class LeavingPhotos {
    /** An event stays small: {@value} ids are about 32 KiB. */
    private static final int AT_ONCE = 1_000;

    private final Commands commands;
    private final Streams streams;

    LeavingPhotos(Commands commands, Streams streams) {
        this.commands = commands;
        this.streams = streams;
    }

    static Set<PhotoId> of(Streams streams, ErasureCaseId id) {
        return PhotosLeaving.in(streams.events(id));
    }

    /** Records those that are not recorded yet. */
    void record(ErasureCaseId id, Collection<PhotoId> photos, Origin origin) {
        List<PhotoId> fresh = new ArrayList<>(photos);
        fresh.removeAll(of(streams, id));
        for (int from = 0; from < fresh.size(); from += AT_ONCE) {
            commands.send(
                    new RecordPhotosLeaving(id, fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE))), origin);
        }
    }
}
