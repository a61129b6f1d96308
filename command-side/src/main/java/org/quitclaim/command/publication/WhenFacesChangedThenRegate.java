package org.quitclaim.command.publication;

import java.util.List;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.PhotoCommand.EndRelease;
import org.quitclaim.domain.photo.PhotoCommand.FinishRegate;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.publication.PublicationCommand.OrderTakedown;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.publication.PublicationState.Blocked;
import org.quitclaim.domain.publication.PublicationState.Cleared;
import org.quitclaim.domain.publication.PublicationState.Published;
import org.quitclaim.domain.publication.PublicationState.Requested;
import org.quitclaim.domain.publication.PublicationState.TakedownDue;
import org.quitclaim.domain.publication.PublicationState.TakenDown;
import org.quitclaim.domain.publication.PublicationState.Unrequested;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.TakedownCause;

/** Judges every release of a photo anew when who is on it changed. */
final class WhenFacesChangedThenRegate implements Duty {
    private final Commands commands;
    private final Streams streams;
    private final PublicationGate gate;

    public WhenFacesChangedThenRegate(Commands commands, Streams streams, PublicationGate gate) {
        this.commands = commands;
        this.streams = streams;
        this.gate = gate;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.REGATE;
    }

    @Override
    public void perform(Todo todo) {
        PhotoId id = new PhotoId(todo.subject());
        Origin origin = Origin.system("regate-policy");
        if (streams.photo(id) instanceof Registered photo) {
            if (ForEach.guarded(
                    List.copyOf(photo.releases().keySet()), publication -> judge(id, publication, origin))) {
                commands.offer(new FinishRegate(id, photo.version()), origin);
            }
        }
    }

    private void judge(PhotoId photo, PublicationId publication, Origin origin) {
        PublicationState state = streams.publication(publication);
        switch (state) {
            case Cleared cleared -> gate.judgeAnew(publication, cleared.use(), origin);
            case Published published -> gate.judgeAnew(publication, published.use(), origin);
            case Requested requested ->
                commands.offer(
                        new OrderTakedown(
                                publication,
                                TakedownCause.FACES_CHANGED,
                                List.of(Reason.of("publication.faces-changed"))),
                        origin);
            case Blocked blocked -> commands.offer(new EndRelease(photo, publication), origin);
            case TakedownDue due -> commands.offer(new EndRelease(photo, publication), origin);
            case TakenDown down -> commands.offer(new EndRelease(photo, publication), origin);
            case Unrequested none -> commands.offer(new EndRelease(photo, publication), origin);
        }
    }
}
