package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.id.PersonId;
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
        PersonId person = command.suggestion().person();
        if (suggestion(face, person).isPresent()) {
            return Decision.reject(PhotoRejection.SUGGESTED_ALREADY);
        }
        Stream<PhotoEvent> ended = command.saidNo() ? Stream.of() : endingPolicyLinks(photo, person, at);
        PhotoEvent suggested = new PhotoEvent.MatchSuggested(photo.id(), command.face(), command.suggestion(), at);
        return Decision.accept(Stream.concat(Stream.of(suggested), ended).toList());
    }

    /**
     * Of two faces that may be one person a policy confirms neither, whichever was compared first: what it linked is a suggestion
     * again. A link to somebody who said no stays: it forbids, and only a human takes that back.
     */
    private static Stream<PhotoEvent> endingPolicyLinks(Registered photo, PersonId person, Instant at) {
        return photo.seen().byPolicy().entrySet().stream()
                .filter(link -> link.getValue().person().equals(person))
                .flatMap(link -> Stream.of(
                        new PhotoEvent.SightingDetached(photo.id(), link.getKey(), person, photo.version() + 1, at),
                        new PhotoEvent.MatchSuggested(photo.id(), link.getKey(), link.getValue(), at)));
    }

    /** A link that a policy made of a suggestion, and that no human saw since, is one still. */
    static Decision<PhotoEvent> retract(Registered photo, RetractSuggestion command, Instant at) {
        MarkedFace face = photo.faces().get(command.face());
        if (face == null) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        Suggestion linked = photo.seen().byPolicy().get(command.face());
        if (linked != null && linked.person().equals(command.person())) {
            return Decision.accept(new PhotoEvent.SightingDetached(
                    photo.id(), command.face(), command.person(), photo.version() + 1, at));
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
