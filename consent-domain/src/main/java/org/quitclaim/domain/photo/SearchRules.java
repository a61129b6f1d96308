package org.quitclaim.domain.photo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.photo.PhotoCommand.EndPatience;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** What a look for faces adds to the marks that are there. */
final class SearchRules {
    /** How long a human is waited for before a mark that a later look left counts against what is live. */
    static final Duration PATIENCE = Duration.ofDays(14);

    /** What one entry of the history holds; of a crowd there are more entries. */
    static final int MOST_MARKS = 200;

    /** From here on two boxes are one face: intersection over union. */
    private static final double SAME_FACE = 0.25;

    private SearchRules() {}

    static Decision<PhotoEvent> looked(Registered photo, RecordFaces command, Instant at) {
        if (!photo.search().looked().isImprovedBy(command.looked())) {
            return Decision.reject(PhotoRejection.ALREADY_DETECTED);
        }
        List<Mark> added = unknown(photo.faces().values(), command.marks());
        boolean changed = !added.isEmpty() || !photo.search().looked().isThorough();
        int version = photo.version() + (changed ? 1 : 0);
        Instant settleBy = photo.releases().isEmpty() ? at : at.plus(PATIENCE);
        List<PhotoEvent> events = new ArrayList<>();
        for (int from = 0; from == 0 || from < added.size(); from += MOST_MARKS) {
            List<Mark> some = added.subList(from, Math.min(from + MOST_MARKS, added.size()));
            events.add(new PhotoEvent.FacesDetected(photo.id(), command.looked(), some, settleBy, version, at));
        }
        return Decision.accept(events);
    }

    /** Each mark that is there takes the box nearest to it and stays what it is, whoever made it and whatever became of it. */
    private static List<Mark> unknown(Collection<MarkedFace> known, List<Mark> found) {
        Set<FaceId> taken = new HashSet<>();
        for (MarkedFace face : known) {
            Box box = face.mark().box();
            found.stream()
                    .filter(mark -> !taken.contains(mark.face()) && mark.box().overlap(box) > SAME_FACE)
                    .max(Comparator.comparingDouble(mark -> mark.box().overlap(box)))
                    .ifPresent(mark -> taken.add(mark.face()));
        }
        return found.stream().filter(mark -> !taken.contains(mark.face())).toList();
    }

    static Decision<PhotoEvent> overdue(Registered photo, EndPatience command, Instant at) {
        Instant settleBy = photo.search().late().get(command.face());
        return settleBy == null || at.isBefore(settleBy)
                ? Decision.reject(PhotoRejection.NOT_OVERDUE)
                : Decision.accept(new PhotoEvent.MarkOverdue(photo.id(), command.face(), photo.version() + 1, at));
    }
}
