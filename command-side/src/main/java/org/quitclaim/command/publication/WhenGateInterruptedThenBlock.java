package org.quitclaim.command.publication;

import java.util.List;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.PublicationCommand.BlockPublication;
import org.quitclaim.domain.publication.Reason;

/** A request that nobody is deciding any more is blocked: doubt fails closed. */
final class WhenGateInterruptedThenBlock implements Duty {
    private final PublicationGate gate;
    private final Commands commands;

    public WhenGateInterruptedThenBlock(PublicationGate gate, Commands commands) {
        this.gate = gate;
        this.commands = commands;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.GATE;
    }

    @Override
    public void perform(Todo todo) {
        PublicationId publication = new PublicationId(todo.subject());
        if (!gate.atWork(publication)) {
            commands.offer(
                    new BlockPublication(publication, List.of(Reason.of("publication.interrupted"))),
                    Origin.system("gate-reconciler"));
        }
    }
}
