package org.quitclaim.command.rights;

import java.util.List;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.WorkerGroup;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.publication.PublicationCommand.OrderTakedown;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.TakedownCause;
import org.quitclaim.domain.rights.Concern;
import org.quitclaim.domain.rights.ObjectionRule;
import org.quitclaim.domain.rights.Outcome;
import org.quitclaim.domain.rights.RightsCommand.AnswerRequest;
import org.quitclaim.domain.rights.RightsState.Open;
import org.quitclaim.domain.rights.RightsState.Request;

/**
 * Answers a request when what it asks for has been done, and orders the takedown that an objection asks for.
 *
 * <p><b>Source:</b> R52, R56; GDPR Art. 12(3), 21.
 */
final class WhenCarriedOutThenAnswer implements Duty {
    private final Commands commands;
    private final Streams streams;
    private final Portrayals portrayals;
    private final Fulfilment fulfilment;

    public WhenCarriedOutThenAnswer(Commands commands, Streams streams, Portrayals portrayals, Fulfilment fulfilment) {
        this.commands = commands;
        this.streams = streams;
        this.portrayals = portrayals;
        this.fulfilment = fulfilment;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.REQUEST;
    }

    @Override
    public WorkerGroup workers() {
        return WorkerGroup.PATIENT;
    }

    @Override
    public void perform(Todo todo) {
        if (streams.rights(new RightsRequestId(todo.subject())) instanceof Open open) {
            Request request = open.request();
            Origin origin = Origin.system("rights-policy").about(request.id());
            object(request, origin);
            fulfilment
                    .of(request)
                    .ifPresent(outcome -> commands.offer(new AnswerRequest(request.id(), outcome, List.of()), origin));
        }
    }

    private void object(Request request, Origin origin) {
        if (request.concern() instanceof Concern.Publication one
                && ObjectionRule.outcome(portrayals.requested(one.publication()).basis()) == Outcome.TAKEDOWN_ORDERED
                && fulfilment.mayBeOut(one.publication())) {
            commands.offer(
                    new OrderTakedown(
                            one.publication(),
                            TakedownCause.OBJECTION,
                            List.of(Reason.of("rights.objected", request.person()))),
                    origin);
        }
    }
}
