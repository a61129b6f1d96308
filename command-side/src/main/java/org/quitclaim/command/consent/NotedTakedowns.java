package org.quitclaim.command.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.history.NotedNo;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationCommand.OrderTakedown;
import org.quitclaim.domain.publication.PublicationEvent.PublicationRequested;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.TakedownCause;
import org.quitclaim.eventstore.StreamDamaged;

/**
 * Orders offline what a noted no ends, without the person's own history: where she is seen stands in the lists, what was
 * published in the publications' histories.
 *
 * <p><b>Guarantees:</b> one publication whose history is damaged keeps no other one online. Where the photo's history is
 * damaged too, she counts as visible.
 */
final class NotedTakedowns {
    private final Commands commands;
    private final Streams streams;
    private final WorkIndex index;

    NotedTakedowns(Commands commands, Streams streams, WorkIndex index) {
        this.commands = commands;
        this.streams = streams;
        this.index = index;
    }

    private record Shown(PublicationId publication, PhotoId photo, FaceId face) {}

    void order(NotedNo no) {
        Optional<TakedownCause> cause = cause(no);
        if (cause.isPresent()) {
            List<Shown> shown = index.all(
                    "select publication.id, sighting.photo, sighting.face from publication join sighting on"
                            + " sighting.photo = publication.photo where sighting.person = ?",
                    row -> new Shown(
                            new PublicationId(row.getString(1)),
                            new PhotoId(row.getString(2)),
                            new FaceId(row.getString(3))),
                    no.person().value());
            ForEach.guarded(shown, one -> {
                if (streams.publication(one.publication()).live() && ends(no, one)) {
                    order(one.publication(), cause.get(), no.person());
                }
            });
        }
    }

    private void order(PublicationId publication, TakedownCause cause, PersonId person) {
        commands.offer(
                new OrderTakedown(publication, cause, List.of(Reason.of(NotedNo.CODE, person))),
                Origin.system("takedown-policy"));
    }

    private static Optional<TakedownCause> cause(NotedNo no) {
        return switch (no) {
            case NotedNo.Withdrawal one -> Optional.of(TakedownCause.WITHDRAWAL);
            case NotedNo.Restriction one -> Optional.of(TakedownCause.RESTRICTION);
            case NotedNo.Dispute one -> Optional.of(TakedownCause.RESTRICTION);
            case NotedNo.Erasure one -> Optional.of(TakedownCause.ERASURE);
            // what it takes back stands in her own history alone
            case NotedNo.Refusal one -> Optional.empty();
        };
    }

    private boolean ends(NotedNo no, Shown shown) {
        PublicationRequested asked = streams.events(shown.publication())
                .filter(PublicationRequested.class::isInstance)
                .map(PublicationRequested.class::cast)
                .findFirst()
                .orElseThrow();
        return asked.basis() == Basis.CONSENT
                && channels(no).contains(asked.use().channel())
                && isVisible(shown, asked.use().rendition());
    }

    /** Of a single permission nobody can look up for which channels it was. */
    private static Set<Channel> channels(NotedNo no) {
        return no instanceof NotedNo.Withdrawal one && one.grants().isEmpty()
                ? one.channels()
                : Set.of(Channel.values());
    }

    private boolean isVisible(Shown shown, RenditionId rendition) {
        try {
            if (!(streams.photo(shown.photo()) instanceof Registered photo)) {
                return true;
            }
            MarkedFace face = photo.faces().get(shown.face());
            Rendition version = photo.renditions().get(rendition);
            return face == null || version == null || !version.covers(face);
        } catch (StreamDamaged e) {
            return true;
        }
    }
}
