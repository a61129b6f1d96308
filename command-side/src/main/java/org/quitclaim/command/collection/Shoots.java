package org.quitclaim.command.collection;

import org.quitclaim.access.Reach;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.collection.CollectionRejection;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState;

/**
 * Which collections somebody may work in, from the streams themselves.
 *
 * <p><b>Guarantees:</b> what is not somebody's own is refused with the same words as what does not exist, so that an
 * answer never tells that it does.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Shoots {
    private final Streams streams;

    public Shoots(Streams streams) {
        this.streams = streams;
    }

    public void require(Reach reach, CollectionId id) {
        if (!reaches(reach, id)) {
            throw new RejectedException(CollectionRejection.UNKNOWN_COLLECTION);
        }
    }

    /** As {@link #require(Reach, CollectionId)}, and it exists. */
    public void requireKnown(Reach reach, CollectionId id) {
        if (!reaches(reach, id) || !(streams.collection(id) instanceof CollectionState.Open)) {
            throw new RejectedException(CollectionRejection.UNKNOWN_COLLECTION);
        }
    }

    public void require(Reach reach, PhotoId id) {
        if (!reaches(reach, id)) {
            throw new RejectedException(PhotoRejection.UNKNOWN_PHOTO);
        }
    }

    public boolean reaches(Reach reach, CollectionId id) {
        return switch (reach) {
            case Reach.Everything everything -> true;
            case Reach.OwnCollections own ->
                streams.collection(id) instanceof CollectionState.Open open
                        && open.photographers().contains(own.photographer());
        };
    }

    public boolean reaches(Reach reach, PhotoId id) {
        return switch (reach) {
            case Reach.Everything everything -> true;
            case Reach.OwnCollections own ->
                streams.photo(id) instanceof PhotoState.Registered photo && reaches(own, photo.collection());
        };
    }

    /** Whether the person takes part in this collection, and the collection is within reach. */
    public boolean reaches(Reach reach, CollectionId id, PersonId person) {
        return switch (reach) {
            case Reach.Everything everything -> true;
            case Reach.OwnCollections own ->
                reaches(own, id)
                        && streams.collection(id) instanceof CollectionState.Open open
                        && open.participants().contains(person);
        };
    }

    /** Whether the person may be named for this face: takes part in the photo's collection, or is suggested for it. */
    public boolean reaches(Reach reach, PhotoId id, FaceId face, PersonId person) {
        return switch (reach) {
            case Reach.Everything everything -> true;
            case Reach.OwnCollections own ->
                streams.photo(id) instanceof PhotoState.Registered photo
                        && (reaches(own, photo.collection(), person)
                                || (reaches(own, photo.collection()) && suggested(photo, face, person)));
        };
    }

    private static boolean suggested(PhotoState.Registered photo, FaceId face, PersonId person) {
        MarkedFace marked = photo.faces().get(face);
        return marked != null
                && marked.suggestions().stream()
                        .anyMatch(suggestion -> suggestion.person().equals(person));
    }
}
