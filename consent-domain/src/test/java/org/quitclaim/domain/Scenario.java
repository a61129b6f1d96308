package org.quitclaim.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Given events, when a command, then events or a refusal.
 *
 * <p>Events that arrange are not checked for plausibility; {@link #and} lets the decision itself arrange.
 *
 * @param <S> state, @param <C> commands, @param <E> events
 */
public final class Scenario<S, C extends DomainCommand, E extends DomainEvent> {
    /** The decision function of a family. */
    public interface Decide<S, C, E extends DomainEvent> {
        Decision<E> decide(S state, C command, Instant at);
    }

    private final Decide<S, C, E> decide;
    private final BiFunction<S, E, S> evolve;
    private final S state;
    private final Instant now;

    private Scenario(Decide<S, C, E> decide, BiFunction<S, E, S> evolve, S state, Instant now) {
        this.decide = decide;
        this.evolve = evolve;
        this.state = state;
        this.now = now;
    }

    public static <S, C extends DomainCommand, E extends DomainEvent> Scenario<S, C, E> of(
            S none, Decide<S, C, E> decide, BiFunction<S, E, S> evolve) {
        return new Scenario<>(decide, evolve, none, Sample.NOW);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Scenario<S, C, E> given(E... events) {
        S next = state;
        for (E event : events) {
            next = evolve.apply(next, event);
        }
        return new Scenario<>(decide, evolve, next, now);
    }

    /** Arranges by commands that have to be accepted. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Scenario<S, C, E> and(C... commands) {
        Scenario<S, C, E> next = this;
        for (C command : commands) {
            next = next.when(command).accepted();
        }
        return next;
    }

    /** The clock from here on. */
    public Scenario<S, C, E> at(Instant instant) {
        return new Scenario<>(decide, evolve, state, instant);
    }

    public Outcome when(C command) {
        return new Outcome(decide.decide(state, command, now));
    }

    public S state() {
        return state;
    }

    /** What came of the command. */
    public final class Outcome {
        private final Decision<E> decision;

        private Outcome(Decision<E> decision) {
            this.decision = decision;
        }

        @SafeVarargs
        @SuppressWarnings("varargs")
        public final Scenario<S, C, E> then(E... expected) {
            assertThat(events()).isEqualTo(Arrays.asList(expected));
            return accepted();
        }

        public void then(Rejection expected) {
            assertThat(decision).isEqualTo(Decision.reject(expected));
        }

        /** Exactly one event, which satisfies {@code expected}. */
        public Scenario<S, C, E> thenOne(Predicate<E> expected) {
            assertThat(events()).singleElement().matches(expected);
            return accepted();
        }

        public Scenario<S, C, E> accepted() {
            S next = state;
            for (E event : events()) {
                next = evolve.apply(next, event);
            }
            return new Scenario<>(decide, evolve, next, now);
        }

        public List<E> events() {
            return switch (decision) {
                case Decision.Accepted<E> accepted -> accepted.events();
                case Decision.Rejected<E> rejected ->
                    throw new AssertionError("refused: " + rejected.rejection().code());
            };
        }
    }
}
