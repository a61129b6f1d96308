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
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentEvent.PhotoTreatmentOrdered;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureCaseOpened;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.eventstore.StreamDamaged;

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

    /**
     * The same of an erasure, after the order that it carries out, which is in the history of whoever is erased: without it
     * nobody could tell who of the staff gave it.
     */
    List<Step> ofErasure(ErasureCaseId id) {
        List<Step> steps = of(id);
        if (steps.isEmpty() || !(streams.events(id).findFirst().orElse(null) instanceof ErasureCaseOpened opened)) {
            return steps;
        }
        return Stream.concat(order(opened), steps.stream()).toList();
    }

    private Stream<Step> order(ErasureCaseOpened opened) {
        try {
            List<Streams.Attributed> said = streams.attributed(opened.person())
                    .filter(one -> isOrder(one.event()))
                    .toList();
            return said.stream()
                    .filter(one -> orders(one.event(), opened))
                    .limit(1)
                    .flatMap(order -> Stream.concat(Stream.of(order), saidWith(order, said)))
                    .map(CaseHistory::step);
        } catch (StreamDamaged e) {
            // how the case was handled can be read all the same
            return Stream.empty();
        }
    }

    /** What becomes of the photos is ordered in the same breath. */
    private static Stream<Streams.Attributed> saidWith(Streams.Attributed order, List<Streams.Attributed> said) {
        return said.stream()
                .filter(one -> one.event() instanceof PhotoTreatmentOrdered)
                .filter(one -> one.by().correlation().equals(order.by().correlation()));
    }

    private static boolean isOrder(DomainEvent event) {
        return event instanceof ErasureOrdered || event instanceof PhotoTreatmentOrdered;
    }

    private static boolean orders(DomainEvent event, ErasureCaseOpened opened) {
        return event instanceof ErasureOrdered order
                && order.scope() == opened.scope()
                && order.keyGeneration() == opened.keyGeneration();
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
