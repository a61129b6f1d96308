package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.photo.PhotoCommand.EndPatience;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoState.Registered;

/** What a look for faces adds to the marks that are there. */
final class SearchRules {

    /** What one entry of the history holds; of a crowd there are more entries. */
    static final int MOST_MARKS = 200;

    /** From here on two boxes are one face: intersection over union. */
    private static final double SAME_FACE = 0.25;

    private SearchRules() {}

    static Decision<PhotoEvent> looked(Registered photo, RecordFaces command, Instant at) {
        if (!photo.search().looked().isImprovedBy(command.looked())) {
            return Decision.reject(PhotoRejection.ALREADY_DETECTED);
        }
        Map<FaceId, Mark> taken = taken(photo.faces().values(), command.marks());
        Set<FaceId> same = taken.values().stream().map(Mark::face).collect(Collectors.toSet());
        List<Mark> added = command.marks().stream()
                .filter(mark -> !same.contains(mark.face()))
                .toList();
        List<PlacedFace> known = foundNow(photo, taken);
        boolean changed =
                !added.isEmpty() || !known.isEmpty() || !photo.search().looked().isThorough();
        int version = photo.version() + (changed ? 1 : 0);
        Instant settleBy = photo.releases().isEmpty() ? at : command.patience().after(at);
        List<PhotoEvent> events = new ArrayList<>();
        for (int from = 0; from == 0 || from < added.size(); from += MOST_MARKS) {
            List<Mark> some = added.subList(from, Math.min(from + MOST_MARKS, added.size()));
            events.add(new PhotoEvent.FacesDetected(
                    photo.id(), command.looked(), some, from == 0 ? known : List.of(), settleBy, version, at));
        }
        return Decision.accept(events);
    }

    /**
     * Each mark that is there takes the box nearest to it and stays what it is, whoever made it and whatever became of it. Where
     * another mark took that box already, it is one too many of the same face, and takes nobody else's.
     */
    private static Map<FaceId, Mark> taken(Collection<MarkedFace> known, List<Mark> found) {
        Map<FaceId, Mark> taken = new LinkedHashMap<>();
        Set<FaceId> gone = new HashSet<>();
        for (MarkedFace face : known) {
            Box box = face.mark().box();
            found.stream()
                    .filter(mark -> mark.box().overlap(box) > SAME_FACE)
                    .max(Comparator.comparingDouble(mark -> mark.box().overlap(box)))
                    .filter(mark -> gone.add(mark.face()))
                    .ifPresent(mark -> taken.put(face.mark().face(), mark));
        }
        return taken;
    }

    /** A mark that somebody drew stays on the face from now on, as one that was found. */
    private static List<PlacedFace> foundNow(Registered photo, Map<FaceId, Mark> taken) {
        return photo.faces().values().stream()
                .filter(face -> face.found().isEmpty())
                .flatMap(face -> Stream.ofNullable(taken.get(face.mark().face()))
                        .map(mark -> new PlacedFace(face.mark().face(), mark.box())))
                .toList();
    }

    static Decision<PhotoEvent> overdue(Registered photo, EndPatience command, Instant at) {
        Instant settleBy = photo.search().late().get(command.face());
        return settleBy == null || at.isBefore(settleBy)
                ? Decision.reject(PhotoRejection.NOT_OVERDUE)
                : Decision.accept(new PhotoEvent.MarkOverdue(photo.id(), command.face(), photo.version() + 1, at));
    }
}
