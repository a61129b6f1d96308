package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.photo.PhotoCommand.CompareFace;
import org.quitclaim.domain.photo.PhotoCommand.SeekFaces;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.RecognitionScope;

/**
 * How often one face is held against somebody: one person, or a list of people.
 *
 * <p>"Is this her?", asked of one person after the other, is "who is this?" of a face that nobody attested. So is a list
 * that is changed between two runs.
 */
public final class ComparisonRules {
    /** Whoever asks, and about whomever: enough for a doubt between sisters, too few for a list of names. */
    public static final int MOST_PER_FACE = 3;

    private ComparisonRules() {}

    /** Whether a list of people has an answer for this face that no earlier list gave. */
    public enum Use {
        WORTHWHILE,
        /** Everybody on the list was compared with it before: asking again tells nothing new, and is not counted. */
        NOTHING_NEW,
        EXHAUSTED
    }

    /**
     * What seeking a face would be.
     *
     * @param scope everybody enrolled are others every day, and no event lists them: asking among them is always new
     * @param elsewhere how often the same place of the same picture was compared under another photo's id
     */
    public static Use use(
            Registered photo, MarkedFace face, RecognitionScope scope, Collection<Candidate> among, int elsewhere) {
        Box box = face.mark().box();
        if (scope == RecognitionScope.PARTICIPANTS
                && photo.compared().soughtAt(box).containsAll(among)) {
            return Use.NOTHING_NEW;
        }
        return photo.compared().timesAt(box) + elsewhere < MOST_PER_FACE ? Use.WORTHWHILE : Use.EXHAUSTED;
    }

    static Decision<PhotoEvent> compare(Registered photo, CompareFace command, Instant at) {
        return comparable(photo, command.face())
                .<Decision<PhotoEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(new PhotoEvent.FaceCompared(
                        photo.id(), command.face().face(), command.face().box(), command.person(), at)));
    }

    static Decision<PhotoEvent> seek(Registered photo, SeekFaces command, Instant at) {
        if (command.faces().isEmpty()) {
            return Decision.reject(PhotoRejection.NOTHING_ATTESTED);
        }
        return command.faces().stream()
                .flatMap(face -> comparable(photo, face).stream())
                .findFirst()
                .<Decision<PhotoEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(
                        new PhotoEvent.FacesSought(photo.id(), command.faces(), command.scope(), command.among(), at)));
    }

    /** Why this face is not compared where it was seen to be, if so. */
    private static Optional<PhotoRejection> comparable(Registered photo, PlacedFace asked) {
        MarkedFace face = photo.faces().get(asked.face());
        if (face == null) {
            return Optional.of(PhotoRejection.UNKNOWN_FACE);
        }
        if (!face.isComparable()) {
            return Optional.of(PhotoRejection.NOT_ATTESTABLE);
        }
        if (!face.mark().box().equals(asked.box())) {
            return Optional.of(PhotoRejection.FACE_MOVED);
        }
        return photo.compared().timesAt(asked.box()) < MOST_PER_FACE
                ? Optional.empty()
                : Optional.of(PhotoRejection.COMPARED_ENOUGH);
    }
}
