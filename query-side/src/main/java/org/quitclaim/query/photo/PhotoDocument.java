package org.quitclaim.query.photo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.PhotoEvent.PhotoRegistered;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.query.projection.ReadDocument;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A photo as the domain knows it, with the status of each of its versions.
 *
 * @param registered what was said when it came in: how large it is, and what it was made of
 * @param position of the last event, of whatever stream, that the statuses take into account
 */
@Document(PhotoDocument.KIND)
@CompoundIndex(def = "{'persons': 1, 'photo.removed': 1, 'born': 1}")
@CompoundIndex(def = "{'photo.collection': 1, 'photo.removed': 1, 'born': 1}")
@CompoundIndex(def = "{'photo.removed': 1, 'born': 1}")
@CompoundIndex(def = "{'photo.collection': 1, 'now.colours': 1, 'born': 1}")
@CompoundIndex(def = "{'now.colours': 1, 'born': 1}")
@CompoundIndex(def = "{'now.until': 1}")
@CompoundIndex(def = "{'now.from': 1}")
@CompoundIndex(def = "{'profile': 1}")
record PhotoDocument(
        PhotoState.Registered photo,
        PhotoRegistered registered,
        List<VersionStatus> statuses,
        Instant changedAt,
        long born,
        long lastSeq,
        long position)
        implements ReadDocument {
    static final String KIND = "photos";
    static final String COLLECTION = "photo.collection";
    static final String REMOVED = "photo.removed";
    static final String PERSONS = "persons";
    static final String PROFILE = "profile";
    static final String COLOURS = NOW + "." + ColoursNow.COLOURS;

    PhotoDocument {
        statuses = List.copyOf(statuses);
    }

    @Override
    public String documentId() {
        return photo.id().value();
    }

    @Override
    public long guard() {
        return position;
    }

    @Override
    public Map<String, Object> derived(Instant at) {
        List<String> persons = sighted().map(PersonId::value).toList();
        return photo.removed()
                ? Map.of(PERSONS, persons)
                : Map.of(PERSONS, persons, PROFILE, ColoursNow.profile(this), NOW, ColoursNow.of(this, at));
    }

    /** Everybody who is linked to a face on it. */
    Stream<PersonId> sighted() {
        return photo.faces().values().stream()
                .flatMap(face ->
                        face.standing() instanceof FaceStanding.Sighted one ? Stream.of(one.person()) : Stream.empty())
                .distinct();
    }

    PhotoDocument with(List<VersionStatus> next, long upTo) {
        return new PhotoDocument(photo, registered, next, changedAt, born, lastSeq, upTo);
    }
}
