package org.quitclaim.command.publication;

import java.time.Clock;
import java.time.Duration;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.WorkerGroup;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.PublicationCommand.EscalateTakedown;

/** Nobody acknowledged in time: say it again, louder. */
final class WhenTakedownOverdueThenEscalate implements Duty {
    private final Commands commands;
    private final Clock clock;
    private final Duration patience;

    public WhenTakedownOverdueThenEscalate(Commands commands, Clock clock, Duration patience) {
        this.commands = commands;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.TAKEDOWN;
    }

    @Override
    public WorkerGroup workers() {
        return WorkerGroup.PATIENT;
    }

    @Override
    public void perform(Todo todo) {
        if (todo.since().plus(patience).isBefore(clock.instant())) {
            commands.offer(
                    new EscalateTakedown(new PublicationId(todo.subject())), Origin.system("takedown-escalation"));
        }
    }
}
