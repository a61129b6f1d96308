package org.quitclaim.command.copies;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.PhotoCommand.RememberNo;
import org.quitclaim.domain.photo.PhotoEvent.NoUndone;
import org.quitclaim.domain.photo.PhotoState.Registered;

/**
 * Says on a copy that a place may not be shown, since on the other photo a mark there led to somebody who said no.
 *
 * <p><b>Guarantees:</b> nobody is named. Whoever changed the mark there is no second person here either. Once for each place:
 * what a second person agreed to on the copy is not asked again.
 */
record UndonePlaces(Commands commands, Streams streams) {
    void carry(Registered from, PhotoId to, Origin origin) {
        missing(from, to).forEach(no -> commands.offer(no, origin));
    }

    boolean isMissing(Registered from, PhotoId to) {
        return !missing(from, to).isEmpty();
    }

    private List<RememberNo> missing(Registered from, PhotoId to) {
        Map<FaceId, Box> open = from.seen().undone();
        if (open.isEmpty()) {
            return List.of();
        }
        List<NoUndone> said = said(to);
        return said(from.id()).stream()
                .filter(no -> open.containsKey(no.face()))
                .filter(no -> said.stream()
                        .noneMatch(other ->
                                other.face().equals(no.face()) && other.box().holds(no.box())))
                .map(no -> new RememberNo(to, no.face(), no.box(), no.because(), no.by()))
                .toList();
    }

    private List<NoUndone> said(PhotoId photo) {
        try (Stream<DomainEvent> events = streams.events(photo)) {
            return events.filter(NoUndone.class::isInstance)
                    .map(NoUndone.class::cast)
                    .toList();
        }
    }
}
