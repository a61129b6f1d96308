package org.quitclaim.command.photo;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.collection.Shoots;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.face.image.FileWords;
import org.quitclaim.face.image.FileWords.NamedPlace;
import org.quitclaim.face.image.FileWords.Spot;
import org.quitclaim.vault.AccessPurpose;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the file of a photo said beside its picture, offered to whoever marks and names people. */
@RestController
class FileWordsController {
    private final SealedWords words;
    private final FileWordsSettings settings;
    private final Streams streams;
    private final Shoots shoots;

    FileWordsController(SealedWords words, FileWordsSettings settings, Streams streams, Shoots shoots) {
        this.words = words;
        this.settings = settings;
        this.streams = streams;
        this.shoots = shoots;
    }

    /**
     * Proposals; nothing follows from them until a human says it by the routes for marks and names.
     *
     * @param alsoNamed participants of the shoot that the file may mean without saying where they are
     * @param namesOfOthers how many names are nobody's who takes part in the shoot; which ones is shown to nobody
     * @param location for editors, where it is kept
     */
    record FileSays(
            List<Place> places,
            List<PersonId> alsoNamed,
            int namesOfOthers,
            @Nullable MadeBy madeBy,
            @Nullable Location location) {}

    /**
     * Where the file says that somebody is.
     *
     * @param faceId the mark that is there already
     * @param maybe participants of the shoot whom the file may mean
     */
    record Place(Box box, @Nullable FaceId faceId, List<PersonId> maybe) {}

    /** For the shoot's own lines; whoever set them there reads it. */
    record MadeBy(
            @Nullable String creator,
            @Nullable String credit,
            @Nullable String copyright) {
        @Override
        public String toString() {
            return "MadeBy[hidden]";
        }
    }

    record Location(double latitude, double longitude) {
        @Override
        public String toString() {
            return "Location[hidden]";
        }
    }

    @GetMapping("/api/photos/{id}/file-words")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER})
    FileSays words(@PathVariable String id, Actor actor, Reach reach) {
        PhotoId photo = new PhotoId(id);
        shoots.require(reach, photo);
        if (!(streams.photo(photo) instanceof Registered here) || here.removed()) {
            throw new RejectedException(PhotoRejection.UNKNOWN_PHOTO);
        }
        FileWords said = words.of(photo, actor.reason(AccessPurpose.DISPLAY, photo.value()))
                .orElse(FileWords.NONE);
        boolean namesSomebody =
                settings.people() && SealedWords.names(said).findAny().isPresent();
        NamedPeople people = namesSomebody ? words.among(participants(here), photo.value()) : new NamedPeople();
        return answer(here, said, people, actor);
    }

    private FileSays answer(Registered photo, FileWords said, NamedPeople people, Actor actor) {
        boolean mayCredit = actor.is(Role.PHOTOGRAPHER) || actor.is(Role.COMPLIANCE_OFFICER);
        Spot spot = settings.location() && actor.is(Role.EDITOR) ? said.spot() : null;
        return new FileSays(
                places(photo, said, people),
                settings.people()
                        ? said.people().stream()
                                .flatMap(name -> people.meantBy(name).stream())
                                .distinct()
                                .toList()
                        : List.of(),
                settings.people()
                        ? (int) SealedWords.names(said)
                                .filter(name -> people.meantBy(name).isEmpty())
                                .distinct()
                                .count()
                        : 0,
                mayCredit
                                && Stream.of(said.creator(), said.credit(), said.copyright())
                                        .anyMatch(line -> line != null)
                        ? new MadeBy(said.creator(), said.credit(), said.copyright())
                        : null,
                spot == null ? null : new Location(spot.latitude(), spot.longitude()));
    }

    private List<Place> places(Registered photo, FileWords said, NamedPeople people) {
        return settings.people()
                ? said.places().stream()
                        .map(place -> place(photo, place, people))
                        .toList()
                : List.of();
    }

    private static Place place(Registered photo, NamedPlace said, NamedPeople people) {
        FaceId marked = photo.faces().values().stream()
                .filter(face -> face.mark().box().isAtPlaceOf(said.box()))
                .map(face -> face.mark().face())
                .findFirst()
                .orElse(null);
        return new Place(said.box(), marked, people.meantBy(said.name()));
    }

    private Set<PersonId> participants(Registered photo) {
        return streams.collection(photo.collection()) instanceof CollectionState.Open open
                ? open.participants()
                : Set.of();
    }
}
