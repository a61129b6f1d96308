package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.photo.PhotoCommand.AttestFaces;
import org.quitclaim.domain.photo.PhotoCommand.RetractSuggestion;
import org.quitclaim.domain.photo.PhotoCommand.SuggestMatch;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** Which faces may be compared, and what becomes of a match. */
final class SuggestionRules {
    private SuggestionRules() {}

    static Decision<PhotoEvent> attest(Registered photo, AttestFaces command, Instant at) {
        if (command.faces().isEmpty()) {
            return Decision.reject(PhotoRejection.NOTHING_ATTESTED);
        }
        if (!photo.faces().keySet().containsAll(command.faces())) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        boolean comparable = command.faces().stream()
                .flatMap(id -> Stream.ofNullable(photo.faces().get(id)))
                .allMatch(MarkedFace::isComparable);
        return comparable
                ? Decision.accept(new PhotoEvent.FacesAttested(photo.id(), command.faces(), command.scope(), at))
                : Decision.reject(PhotoRejection.NOT_ATTESTABLE);
    }

    static Decision<PhotoEvent> suggest(Registered photo, SuggestMatch command, Instant at) {
        MarkedFace face = photo.faces().get(command.face());
        if (face == null) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        if (!(face.standing() instanceof FaceStanding.Open)) {
            return Decision.reject(PhotoRejection.NOT_OPEN);
        }
        return suggestion(face, command.suggestion().person()).isPresent()
                ? Decision.reject(PhotoRejection.SUGGESTED_ALREADY)
                : Decision.accept(new PhotoEvent.MatchSuggested(photo.id(), command.face(), command.suggestion(), at));
    }

    static Decision<PhotoEvent> retract(Registered photo, RetractSuggestion command, Instant at) {
        MarkedFace face = photo.faces().get(command.face());
        if (face == null) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        return suggestion(face, command.person()).isPresent()
                ? Decision.accept(new PhotoEvent.SuggestionRetracted(photo.id(), command.face(), command.person(), at))
                : Decision.reject(PhotoRejection.NO_SUGGESTION);
    }

    /** Whoever was suggested was seen where the mark was, and not where it goes. */
    static Decision<PhotoEvent> without(
            Decision<PhotoEvent> moved, Registered photo, MarkedFace face, Box next, Instant at) {
        if (!(moved instanceof Decision.Accepted<PhotoEvent>(List<PhotoEvent> events))
                || next.isAtPlaceOf(face.mark().box())) {
            return moved;
        }
        Stream<PhotoEvent> retracted = face.suggestions().stream()
                .map(one -> new PhotoEvent.SuggestionRetracted(
                        photo.id(), face.mark().face(), one.person(), at));
        return Decision.accept(Stream.concat(events.stream(), retracted).toList());
    }

    private static Optional<Suggestion> suggestion(MarkedFace face, PersonId person) {
        return face.suggestions().stream()
                .filter(suggestion -> suggestion.person().equals(person))
                .findFirst();
    }
}
