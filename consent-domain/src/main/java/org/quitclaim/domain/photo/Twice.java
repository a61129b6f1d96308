package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.FaceStanding.Sighted;
import org.quitclaim.domain.photo.PhotoCommand.ExplainOnePerson;
import org.quitclaim.domain.photo.PhotoState.Registered;

/**
 * One person with two faces on one photo: most often one of them is somebody else.
 *
 * <p><b>Guarantees:</b> nothing with both of them visible is green or released until a human said how that can be.
 */
public final class Twice {
    private Twice() {}

    /** Of the faces that can be seen, those that share a person and that nobody explained together. */
    public static List<FaceId> unexplained(Registered photo, Collection<MarkedFace> visible) {
        Set<PersonId> seen = new HashSet<>();
        Set<PersonId> twice = new HashSet<>();
        persons(visible).filter(person -> !seen.add(person)).forEach(twice::add);
        return visible.stream()
                .filter(face -> face.standing() instanceof Sighted sighted && twice.contains(sighted.person()))
                .map(face -> face.mark().face())
                .filter(face -> !photo.seen().explained().contains(face))
                .toList();
    }

    static Decision<PhotoEvent> explain(Registered photo, ExplainOnePerson command, Instant at) {
        List<MarkedFace> faces = command.faces().stream()
                .distinct()
                .flatMap(id -> Stream.ofNullable(photo.faces().get(id)))
                .toList();
        if (faces.size() < command.faces().size()) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        boolean one = faces.size() > 1
                && faces.stream().allMatch(face -> face.standing() instanceof Sighted)
                && persons(faces).distinct().count() == 1;
        if (!one) {
            return Decision.reject(PhotoRejection.NOT_ONE_PERSON);
        }
        return unexplained(photo, faces).isEmpty()
                ? Decision.reject(PhotoRejection.SAME_STANDING)
                : Decision.accept(new PhotoEvent.OnePersonExplained(
                        photo.id(), command.faces(), command.because(), photo.version() + 1, at));
    }

    /** Whether another face of the photo is this person, or may be. */
    static boolean isElsewhere(Registered photo, FaceId here, PersonId person) {
        return photo.faces().values().stream()
                .filter(face -> !face.mark().face().equals(here))
                .anyMatch(face -> face.standing().equals(new Sighted(person))
                        || face.suggestions().stream()
                                .anyMatch(suggestion -> suggestion.person().equals(person)));
    }

    private static Stream<PersonId> persons(Collection<MarkedFace> faces) {
        return faces.stream()
                .flatMap(face ->
                        face.standing() instanceof Sighted sighted ? Stream.of(sighted.person()) : Stream.empty());
    }
}
