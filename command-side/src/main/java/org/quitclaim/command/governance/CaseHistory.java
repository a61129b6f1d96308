package org.quitclaim.command.governance;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.Stored;

/**
 * What happened in one case, in order, as its events have it.
 *
 * <p><b>Guarantees:</b> codes, ids of accounts and times only: no name, no word of anybody, and no sealed record is opened.
 */
final class CaseHistory {
    private final Streams streams;

    CaseHistory(Streams streams) {
        this.streams = streams;
    }

    /**
     * One event.
     *
     * @param by who did it: an account, a duty of the system, or {@code person} where a person did it by a link
     * @param codes what the event says in codes, such as which step, outcome or alarm
     */
    record Step(String event, Instant at, String by, String role, String reason, List<String> codes) {}

    /** Empty where there is no such case. */
    List<Step> of(OpaqueId erasureOrRequest) {
        return streams.attributed(erasureOrRequest).map(CaseHistory::step).toList();
    }

    private static Step step(Streams.Attributed one) {
        DomainEvent event = one.event();
        Stored word = event.getClass().getAnnotation(Stored.class);
        return new Step(
                word.value(),
                event.at(),
                by(one.actor()),
                one.by().role(),
                one.by().reason(),
                codes((Record) event));
    }

    /** The id of a portrayed person as an actor is a link to her, and of no use to whoever checks how a case was handled. */
    private static String by(String actor) {
        return actor.startsWith("acc_") || actor.startsWith("tok_") || actor.startsWith("system:") ? actor : "person";
    }

    private static List<String> codes(Record event) {
        return Stream.of(event.getClass().getRecordComponents())
                .map(part -> read(part, event))
                .flatMap(CaseHistory::enums)
                .toList();
    }

    private static Stream<String> enums(Optional<Object> value) {
        return switch (value.orElse(null)) {
            case null -> Stream.empty();
            case Enum<?> code -> Stream.of(code.name());
            case Collection<?> many -> many.stream().flatMap(one -> enums(Optional.ofNullable(one)));
            default -> Stream.empty();
        };
    }

    private static Optional<Object> read(RecordComponent part, Record event) {
        try {
            @Nullable Object value = part.getAccessor().invoke(event);
            return Optional.ofNullable(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's component cannot be read", e);
        }
    }
}
