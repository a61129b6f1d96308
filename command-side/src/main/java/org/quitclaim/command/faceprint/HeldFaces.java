package org.quitclaim.command.faceprint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.FaceStanding.Sighted;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoEvent.SightingConfirmed;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Twice;
import org.quitclaim.eventstore.StreamDamaged;

/**
 * The faces on photos held here by which somebody may be enrolled without a human pointing at one again.
 *
 * <p><b>Guarantees:</b> of each a human said that it is this person: what a policy linked counts once somebody saw it, and
 * of two faces of one person on one photo neither does until somebody explained them.
 */
record HeldFaces(WorkIndex index, UpToDate upToDate, Streams streams) {
    /** Somebody who is on more photos than this is known well enough. */
    private static final int MOST_READ = 500;

    /** @param pixels of the picture that the mark takes up */
    record Place(PhotoId photo, FaceId face, double pixels) {}

    /** Those first that a human once designated for a faceprint, then the largest. */
    List<Place> of(Known person) {
        upToDate.await();
        Set<FaceId> designated = person.recognition().faceprints().stream()
                .map(faceprint -> faceprint.face())
                .collect(Collectors.toUnmodifiableSet());
        return index
                .all(
                        "select photo, face from sighting where person = ? limit " + MOST_READ,
                        row -> place(person.id(), new PhotoId(row.getString(1)), new FaceId(row.getString(2))),
                        person.id().value())
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((Place place) -> !designated.contains(place.face()))
                        .thenComparing(Comparator.comparing(Place::pixels).reversed()))
                .toList();
    }

    private Optional<Place> place(PersonId person, PhotoId id, FaceId faceId) {
        try {
            return streams.photo(id) instanceof Registered photo && isUsable(photo, faceId, person)
                    ? Stream.ofNullable(photo.faces().get(faceId))
                            .map(face -> new Place(id, faceId, pixels(photo, face)))
                            .findFirst()
                    : Optional.empty();
        } catch (StreamDamaged e) {
            return Optional.empty();
        }
    }

    private static double pixels(Registered photo, MarkedFace face) {
        return face.mark().box().width()
                * photo.size().width()
                * face.mark().box().height()
                * photo.size().height();
    }

    boolean isUsable(Registered photo, FaceId id, PersonId person) {
        return !photo.removed()
                && photo.faces().get(id) instanceof MarkedFace face
                && face.standing().equals(new Sighted(person))
                && face.mark().kind() == Mark.Kind.FACE
                && !photo.seen().unseen().containsKey(id)
                && !Twice.unexplained(photo, photo.faces().values()).contains(id)
                && (photo.reviewed() || wasSaidByAHuman(photo.id(), id));
    }

    private boolean wasSaidByAHuman(PhotoId photo, FaceId face) {
        return streams.events(photo)
                .filter(SightingConfirmed.class::isInstance)
                .map(SightingConfirmed.class::cast)
                .filter(e -> e.face().equals(face))
                .reduce((earlier, later) -> later)
                .filter(e -> switch (e.by()) {
                    case HAND, SUGGESTION -> true;
                    case POLICY, POLICY_ALONE, COPY -> false;
                })
                .isPresent();
    }
}
