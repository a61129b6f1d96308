package org.quitclaim.domain.photo;

import java.time.Instant;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.photo.PhotoCommand.CompareFace;
import org.quitclaim.domain.photo.PhotoState.Registered;

/**
 * How often one face is held against one person at a time.
 *
 * <p>"Is this her?", asked of one person after the other, is "who is this?" of a face that nobody attested.
 */
public final class ComparisonRules {
    /** Whoever asks, and about whomever: enough for a doubt between sisters, too few for a list of names. */
    public static final int MOST_PER_FACE = 3;

    private ComparisonRules() {}

    static Decision<PhotoEvent> compare(Registered photo, CompareFace command, Instant at) {
        MarkedFace face = photo.faces().get(command.face());
        if (face == null) {
            return Decision.reject(PhotoRejection.UNKNOWN_FACE);
        }
        if (!face.isComparable()) {
            return Decision.reject(PhotoRejection.NOT_ATTESTABLE);
        }
        Box box = face.mark().box();
        return photo.compared().timesAt(box) < MOST_PER_FACE
                ? Decision.accept(new PhotoEvent.FaceCompared(photo.id(), command.face(), box, command.person(), at))
                : Decision.reject(PhotoRejection.COMPARED_ENOUGH);
    }
}
