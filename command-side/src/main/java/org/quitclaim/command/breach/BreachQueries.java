package org.quitclaim.command.breach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Listing;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of each breach, read from its own history. */
@RestController
class BreachQueries {
    private static final Pattern PLACE = Pattern.compile("(-?[0-9]{1,15}):(brc_[a-z2-7]{26})");

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

    /** @param next where the next part begins, opaque; absent when there is none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Breaches(List<BreachView> items, @Nullable String next) {}

    /** The one that was discovered last first. */
    @GetMapping("/api/breaches")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.ADMIN, Role.AUDITOR})
    Breaches list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Listing.DEFAULT_LIMIT) int limit) {
        Listing listing = new Listing(limit);
        long discovered = Long.MAX_VALUE;
        String id = "";
        if (!cursor.isEmpty()) {
            Matcher place = Listing.behind(cursor, PLACE);
            discovered = Long.parseLong(place.group(1));
            id = place.group(2);
        }
        upToDate.await();
        Listing.Part<BreachView> part = listing.part(
                index
                        .all(
                                "select id from breach where (-discovered_at, id) > (?, ?)"
                                        + " order by discovered_at desc, id limit ?",
                                row -> new BreachId(row.getString(1)),
                                -discovered,
                                id,
                                limit + 1)
                        .stream()
                        .map(this::view)
                        .toList(),
                one -> one.discoveredAt().toEpochMilli() + ":" + one.id().value());
        return new Breaches(part.items(), part.next());
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
