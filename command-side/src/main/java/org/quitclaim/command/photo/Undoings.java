package org.quitclaim.command.photo;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.rights.Portrayals;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.consent.SaidNo;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.FaceStanding.Sighted;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Undoing;
import org.quitclaim.domain.photo.UndoneBecause;
import org.quitclaim.eventstore.StreamDamaged;

/**
 * Whether a change of a mark undoes somebody's no.
 *
 * <p><b>Guarantees:</b> somebody whose history cannot be read has said no. What she asked for on her own page needs no
 * further reason, whatever she had said.
 */
public final class Undoings {
    private final Streams streams;
    private final Portrayals portrayals;

    public Undoings(Streams streams, Portrayals portrayals) {
        this.streams = streams;
        this.portrayals = portrayals;
    }

    /** @param because as whoever changes it says; null if they say nothing */
    Undoing of(PhotoId id, FaceId face, @Nullable UndoneBecause because) {
        MarkedFace marked =
                streams.photo(id) instanceof Registered photo ? photo.faces().get(face) : null;
        if (marked == null || !(marked.standing() instanceof Sighted sighted)) {
            return new Undoing(false, said(because));
        }
        if (disowned(sighted.person(), id, face)) {
            return new Undoing(true, List.of(UndoneBecause.OWN_PAGE));
        }
        return new Undoing(saidNo(sighted.person()), said(because));
    }

    /** That she did it herself is for the system to know, and for nobody to say. */
    private static List<UndoneBecause> said(@Nullable UndoneBecause because) {
        return Stream.ofNullable(because)
                .filter(one -> one != UndoneBecause.OWN_PAGE)
                .toList();
    }

    private boolean disowned(PersonId person, PhotoId photo, FaceId face) {
        try {
            return portrayals.disowns(person, photo, face);
        } catch (StreamDamaged e) {
            return false;
        }
    }

    private boolean saidNo(PersonId person) {
        try (Stream<ConsentEvent> history =
                streams.events(person).filter(ConsentEvent.class::isInstance).map(ConsentEvent.class::cast)) {
            return !(streams.consent(person) instanceof Known known) || SaidNo.by(known, history);
        } catch (StreamDamaged e) {
            return true;
        }
    }
}
