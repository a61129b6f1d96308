package org.quitclaim.command.faceprint;

import java.time.Clock;
import java.time.Duration;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.ComparisonRules;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand.CompareFace;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.PhotoRejection;
import org.springframework.http.HttpStatus;

/**
 * Lets a face be held against a person, a few times.
 *
 * <p><b>Guarantees:</b> who compared which face with whom is durable before anything is compared. The three times per
 * face are decided by the photo's own stream. The others are counted from the history, one question at a time, so that
 * neither a restart nor many requests at once get past them; a picture that was uploaded again is the same picture.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Comparisons {
    private static final Duration WITHIN = Duration.ofHours(24);

    private final Commands commands;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final ComparisonSettings settings;
    private final Clock clock;

    public Comparisons(
            Commands commands, WorkIndex index, UpToDate upToDate, ComparisonSettings settings, Clock clock) {
        this.commands = commands;
        this.index = index;
        this.upToDate = upToDate;
        this.settings = settings;
        this.clock = clock;
    }

    /** Refused when it was done too often already. */
    synchronized void record(PhotoId photo, MarkedFace face, PersonId person, Origin origin) {
        upToDate.await();
        if (countOfSamePicture(photo, face.mark().box()) >= ComparisonRules.MOST_PER_FACE) {
            throw new RejectedException(PhotoRejection.COMPARED_ENOUGH);
        }
        if (count("person", person.value()) >= settings.mostWithOnePerson()) {
            throw new RejectedException(new InputRejection(
                    "comparison.too-often-with-person",
                    "Faces were compared with this person as often as is allowed within a day. Link by hand if you know"
                            + " who it is, try again tomorrow, or ask a compliance officer.",
                    HttpStatus.TOO_MANY_REQUESTS));
        }
        if (count("actor", origin.actor()) >= settings.mostByOneAccount()) {
            throw new RejectedException(new InputRejection(
                    "comparison.too-many",
                    "You compared as many faces as is allowed within a day. Link by hand if you know who it is, try"
                            + " again tomorrow, or ask a compliance officer.",
                    HttpStatus.TOO_MANY_REQUESTS));
        }
        commands.send(new CompareFace(photo, face.mark().face(), person), origin);
    }

    private long countOfSamePicture(PhotoId photo, Box box) {
        return index
                .all(
                        "select x, y, width, height from comparison"
                                + " where digest = (select digest from content where photo = ?)",
                        row -> new Box(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)),
                        photo.value())
                .stream()
                .filter(box::isAtPlaceOf)
                .count();
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
