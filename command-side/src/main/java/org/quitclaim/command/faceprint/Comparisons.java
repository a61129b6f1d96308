package org.quitclaim.command.faceprint;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.ComparisonRows;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.Candidate;
import org.quitclaim.domain.photo.ComparisonRules;
import org.quitclaim.domain.photo.ComparisonRules.Use;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand.CompareFace;
import org.quitclaim.domain.photo.PhotoCommand.SeekFaces;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.PlacedFace;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.springframework.http.HttpStatus;

/**
 * Lets a face be held against a person, or against a list of people, a few times.
 *
 * <p><b>Guarantees:</b> who compared which face with whom is durable before anything is compared. The three times per
 * face are decided by the photo's own stream. The others are counted from the history, one question at a time, so that
 * neither a restart nor many requests at once get past them; a picture that was uploaded again, or saved anew with the same pixels, is the same picture as long as its key is there. A list
 * with nobody new on it is not asked again, and costs none of the times.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class Comparisons {
    private static final Duration WITHIN = Duration.ofHours(24);

    private final Commands commands;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final KnownPictures pictures;
    private final ComparisonSettings settings;
    private final Clock clock;

    public Comparisons(
            Commands commands,
            WorkIndex index,
            UpToDate upToDate,
            KnownPictures pictures,
            ComparisonSettings settings,
            Clock clock) {
        this.commands = commands;
        this.index = index;
        this.upToDate = upToDate;
        this.pictures = pictures;
        this.settings = settings;
        this.clock = clock;
    }

    /** Refused when it was done too often already. */
    synchronized void record(PhotoId photo, MarkedFace face, PersonId person, Origin origin) {
        upToDate.await();
        if (compared(pictures.samePicture(photo), face.mark().box()) >= ComparisonRules.MOST_PER_FACE) {
            throw new RejectedException(PhotoRejection.COMPARED_ENOUGH);
        }
        if (count("person", person.value()) >= settings.mostWithOnePerson()) {
            throw new RejectedException(new InputRejection(
                    "comparison.too-often-with-person",
                    "Faces were compared with this person as often as is allowed within a day. Link by hand if you know"
                            + " who it is, try again tomorrow, or ask a compliance officer.",
                    HttpStatus.TOO_MANY_REQUESTS));
        }
        requireRoom(origin, "");
        commands.send(new CompareFace(photo, PlacedFace.of(face), person), origin);
    }

    /** What seeking these faces among these people would be. */
    Map<Use, List<MarkedFace>> uses(
            Registered photo, List<MarkedFace> faces, RecognitionScope scope, Collection<Candidate> among) {
        upToDate.await();
        List<PhotoId> elsewhere = elsewhere(photo.id());
        return faces.stream()
                .collect(Collectors.groupingBy(face -> ComparisonRules.use(
                        photo,
                        face,
                        scope,
                        among,
                        compared(elsewhere, face.mark().box()))));
    }

    /** Refused as a whole when one of the faces was compared too often meanwhile. */
    synchronized void record(SeekFaces search, Origin origin) {
        upToDate.await();
        List<PhotoId> same = pictures.samePicture(search.photo());
        if (search.faces().stream().anyMatch(face -> compared(same, face.box()) >= ComparisonRules.MOST_PER_FACE)) {
            throw new RejectedException(PhotoRejection.COMPARED_ENOUGH);
        }
        requireRoom(origin, ComparisonRows.list(search.among()));
        commands.send(search, origin);
    }

    /** @param list that is asked now; it does not count twice */
    private void requireRoom(Origin origin, String list) {
        long since = clock.instant().minus(WITHIN).toEpochMilli();
        long lists = index.one(
                        "select count(distinct list) from search where actor = ? and at > ? and list <> ?",
                        row -> row.getLong(1),
                        origin.actor(),
                        since,
                        list)
                .orElse(0L);
        if (count("actor", origin.actor()) + lists >= settings.mostByOneAccount()) {
            throw new RejectedException(new InputRejection(
                    "comparison.too-many",
                    "You compared as many faces, or sought faces among as many lists of people, as is allowed within a"
                            + " day. Link by hand if you know who it is, try again tomorrow, or ask a compliance officer.",
                    HttpStatus.TOO_MANY_REQUESTS));
        }
    }

    /** How often the face at this place of the same picture was held against anybody, as the history says. */
    private int compared(List<PhotoId> photos, Box box) {
        return (int) photos.stream()
                .flatMap(photo -> index
                        .all(
                                "select x, y, width, height from comparison where photo = ? union all"
                                        + " select x, y, width, height from search where photo = ?",
                                row -> new Box(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)),
                                photo.value(),
                                photo.value())
                        .stream())
                .filter(box::isAtPlaceOf)
                .count();
    }

    private List<PhotoId> elsewhere(PhotoId photo) {
        return pictures.samePicture(photo).stream()
                .filter(other -> !other.equals(photo))
                .toList();
    }

    private long count(String column, String value) {
        return index.one(
                        "select count(*) from comparison where " + column + " = ? and at > ?",
                        row -> row.getLong(1),
                        value,
                        clock.instant().minus(WITHIN).toEpochMilli())
                .orElse(0L);
    }
}
