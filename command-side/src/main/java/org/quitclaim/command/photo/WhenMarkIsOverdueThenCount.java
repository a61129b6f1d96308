package org.quitclaim.command.photo;

import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoCommand.EndPatience;

/** A mark that a later look left, and that nobody settled in time, counts against what is live from then on. */
final class WhenMarkIsOverdueThenCount implements Duty {
    private final Commands commands;

    public WhenMarkIsOverdueThenCount(Commands commands) {
        this.commands = commands;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.SETTLE;
    }

    @Override
    public void perform(Todo todo) {
        commands.offer(
                new EndPatience(new PhotoId(todo.detail()), new FaceId(todo.subject())), Origin.system("detection"));
    }
}
