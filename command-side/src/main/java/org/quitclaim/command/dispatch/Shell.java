package org.quitclaim.command.dispatch;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.DomainEvent;

/** What every aggregate shell does with a decision: record it, or throw the refusal, once. */
final class Shell {
    private Shell() {}

    static <E extends DomainEvent> Recorded record(Decision<E> decision) {
        return switch (decision) {
            case Decision.Accepted<E> accepted -> {
                accepted.events().forEach(event -> apply(event));
                yield new Recorded(List.copyOf(accepted.events()));
            }
            case Decision.Rejected<E> rejected -> throw new RejectedException(rejected.rejection());
        };
    }
}
