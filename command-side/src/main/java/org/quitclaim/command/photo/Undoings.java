package org.quitclaim.command.photo;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.rights.Portrayals;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.SaidNo;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.FaceStanding.Sighted;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoCommand.RememberNo;
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
    private final Commands commands;
    private final Streams streams;
    private final Portrayals portrayals;

    public Undoings(Commands commands, Streams streams, Portrayals portrayals) {
        this.commands = commands;
        this.streams = streams;
        this.portrayals = portrayals;
    }

    /**
     * Changes a mark, and sees afterwards whether she said no in that same moment: what was said before the change was
     * recorded is remembered, whichever of the two was asked first.
     *
     * @param because as whoever changes it says; null if they say nothing
     * @param change the order, given what it undoes
     */
    public void change(
            PhotoId id,
            FaceId face,
            @Nullable UndoneBecause because,
            Actor actor,
            Function<Undoing, ? extends PhotoCommand> change) {
        MarkedFace marked =
                streams.photo(id) instanceof Registered photo ? photo.faces().get(face) : null;
        Undoing undoing = of(id, face, marked, because, actor);
        commands.send(change.apply(undoing), Origins.of(actor));
        if (!undoing.ofNo()
                && marked != null
                && marked.standing() instanceof Sighted(PersonId person)
                && isLeft(id, face, marked)
                && saidNo(person)) {
            commands.offer(
                    new RememberNo(id, face, marked.area(), UndoneBecause.SAID_MEANWHILE, List.of(actor.id())),
                    Origins.of(actor));
        }
    }

    private Undoing of(
            PhotoId id, FaceId face, @Nullable MarkedFace marked, @Nullable UndoneBecause because, Actor actor) {
        Optional<FaceStanding> read = Optional.ofNullable(marked).map(MarkedFace::standing);
        if (marked == null || !(marked.standing() instanceof Sighted(PersonId person))) {
            return new Undoing(false, said(because), List.of(actor.id()), read);
        }
        if (disowned(person, id, face)) {
            return new Undoing(true, List.of(UndoneBecause.OWN_PAGE), List.of(actor.id()), read);
        }
        return new Undoing(saidNo(person), said(because), List.of(actor.id()), read);
    }

    /** A mark that only grew leaves nothing. */
    private boolean isLeft(PhotoId id, FaceId face, MarkedFace before) {
        MarkedFace now =
                streams.photo(id) instanceof Registered photo ? photo.faces().get(face) : null;
        return now == null
                || !now.standing().equals(before.standing())
                || !now.mark().box().holds(before.mark().box());
    }

    /** That it was she herself, or in the same moment, is for the system to know, and for nobody to say. */
    private static List<UndoneBecause> said(@Nullable UndoneBecause because) {
        return Stream.ofNullable(because)
                .filter(one -> one != UndoneBecause.OWN_PAGE && one != UndoneBecause.SAID_MEANWHILE)
                .toList();
    }

    private boolean disowned(PersonId person, PhotoId photo, FaceId face) {
        try {
            return portrayals.disowns(person, photo, face);
        } catch (StreamDamaged e) {
            return false;
        }
    }

    /** Whether a link to this person forbids to show them. */
    public boolean saidNo(PersonId person) {
        try (Stream<ConsentEvent> history =
                streams.events(person).filter(ConsentEvent.class::isInstance).map(ConsentEvent.class::cast)) {
            return !(streams.consent(person) instanceof Known known) || SaidNo.by(known, history);
        } catch (StreamDamaged e) {
            return true;
        }
    }
}
