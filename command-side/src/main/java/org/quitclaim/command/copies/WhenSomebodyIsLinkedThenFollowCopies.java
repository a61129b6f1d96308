package org.quitclaim.command.copies;

import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoCommand.FinishCopies;
import org.quitclaim.domain.photo.PhotoState.Registered;

/**
 * Whoever is linked on a photo after she said no has said it on the copies of that photo too, and so has whoever is said to
 * be nobody who is registered.
 *
 * <p>What people say once they are linked is carried by what follows a revocation. Together they make the order in which
 * somebody says no, is linked, and a copy becomes known one without a meaning.
 */
final class WhenSomebodyIsLinkedThenFollowCopies implements Duty {
    private final Commands commands;
    private final Streams streams;
    private final CopyWatch copies;

    public WhenSomebodyIsLinkedThenFollowCopies(Commands commands, Streams streams, CopyWatch copies) {
        this.commands = commands;
        this.streams = streams;
        this.copies = copies;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.COPIES;
    }

    @Override
    public void perform(Todo todo) {
        PhotoId id = new PhotoId(todo.subject());
        Origin origin = Origin.system("copies-policy");
        if (streams.photo(id) instanceof Registered photo && copies.follow(photo, origin)) {
            commands.offer(new FinishCopies(id, photo.version()), origin);
        }
    }
}
