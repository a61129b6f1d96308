package org.quitclaim.command.breach;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.breach.Affected;
import org.quitclaim.domain.breach.BreachAlarm;
import org.quitclaim.domain.breach.BreachDecisions;
import org.quitclaim.domain.breach.BreachEvent;
import org.quitclaim.domain.breach.BreachEvent.CompromiseReported;
import org.quitclaim.domain.breach.BreachEvent.RevocationRequested;
import org.quitclaim.domain.breach.BreachState;
import org.quitclaim.domain.id.BreachId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of each breach, read from its own history. */
@RestController
class BreachQueries {
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Streams streams;

    BreachQueries(WorkIndex index, UpToDate upToDate, Streams streams) {
        this.index = index;
        this.upToDate = upToDate;
        this.streams = streams;
    }

    /** What happened when, by its stable word. */
    record Happened(String what, Instant at) {}

    /**
     * One breach.
     *
     * @param notifyBy until when the authority is to be told
     * @param confirmBy until when somebody else may confirm what was asked last
     */
    record BreachView(
            BreachId id,
            Affected affected,
            Instant discoveredAt,
            Instant notifyBy,
            @Nullable Instant confirmBy,
            boolean open,
            List<Happened> happened) {}

    @GetMapping("/api/breaches")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.ADMIN, Role.AUDITOR})
    List<BreachView> list() {
        upToDate.await();
        return index
                .all("select id from breach order by discovered_at desc, id", row -> new BreachId(row.getString(1)))
                .stream()
                .map(this::view)
                .toList();
    }

    private BreachView view(BreachId id) {
        List<BreachEvent> events =
                streams.events(id).map(BreachEvent.class::cast).toList();
        CompromiseReported reported = (CompromiseReported) events.getFirst();
        BreachState state = events.stream().reduce(BreachState.NONE, BreachDecisions::evolve, (one, other) -> other);
        return new BreachView(
                id,
                reported.affected(),
                reported.discoveredAt(),
                BreachAlarm.dueAt(reported.discoveredAt()),
                events.stream()
                        .filter(RevocationRequested.class::isInstance)
                        .map(event -> ((RevocationRequested) event).until())
                        .reduce((one, later) -> later)
                        .orElse(null),
                state instanceof BreachState.Open,
                events.stream()
                        .map(event -> new Happened(word(event), event.at()))
                        .toList());
    }

    private static String word(DomainEvent event) {
        return Objects.requireNonNull(event.getClass().getAnnotation(Stored.class), "every event has its word")
                .value();
    }
}
