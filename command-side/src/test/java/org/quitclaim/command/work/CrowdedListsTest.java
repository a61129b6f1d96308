package org.quitclaim.command.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.RunningCommandSide.SettableClock;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.erasure.ErasureEvent;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.publication.PublicationEvent.TakedownOrdered;
import org.quitclaim.domain.publication.TakedownCause;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.IdMint;

/** A thousand things that cannot be done hide nothing that can. */
class CrowdedListsTest {
    private static final int CROWD = 1_001;
    private static final Instant LATER = Sample.NOW.plusSeconds(60);
    private static final PersonId ANNA = Sample.person("anna");

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private final Queue<Todo> performed = new ConcurrentLinkedQueue<>();
    private WorkIndex index;

    @BeforeEach
    void open() throws Exception {
        index = WorkIndex.open(folder);
    }

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    /** Notes what it is given, and leaves it on the list. */
    private record Noting(TodoKind kind, WorkerGroup workers, Queue<Todo> performed) implements Duty {
        @Override
        public void perform(Todo todo) {
            performed.add(todo);
            throw new IllegalStateException("not now");
        }
    }

    private Reconciler reconciler(TodoKind... kinds) {
        return new Reconciler(
                index,
                new UpToDate(index::position, index),
                Stream.of(kinds)
                        .map(kind -> (Duty) new Noting(kind, WorkerGroup.PROMPT, performed))
                        .toList(),
                List.of(),
                clock,
                Duration.ofSeconds(30));
    }

    private void happened(Stream<? extends DomainEvent> events) throws Exception {
        index.apply(Recent.of(events.toList()), index.position() + 1);
    }

    private static Stream<DomainEvent> crowd(Function<PersonId, DomainEvent> event) {
        return IntStream.range(0, CROWD).mapToObj(i -> event.apply(IdMint.mint(PersonId.PREFIX, PersonId::new)));
    }

    private static DomainEvent expired(PersonId person) {
        return expired(person, Sample.NOW);
    }

    private static DomainEvent expired(PersonId person, Instant at) {
        return new ConsentEvent.ConsentExpired(person, Sample.grant("old"), Purpose.PUBLICATION, 1, at);
    }

    private static DomainEvent withdrawn(PersonId person) {
        return new ConsentEvent.ConsentWithdrawn(person, List.of(), WithdrawnBy.PERSON, 1, LATER);
    }

    private static DomainEvent ordered(PersonId person) {
        return new ConsentEvent.ErasureOrdered(person, KeyScope.IDENTITY, 1, ErasureCause.REQUEST, Sample.NOW);
    }

    private static DomainEvent opened(ErasureCaseId id, PersonId person) {
        return new ErasureEvent.ErasureCaseOpened(
                id, person, KeyScope.IDENTITY, 1, ErasureCause.REQUEST, LocalDate.EPOCH, Sample.NOW);
    }

    private void run(Reconciler reconciler, Runnable expectation) {
        reconciler.start();
        try {
            expectation.run();
        } finally {
            reconciler.stop();
        }
    }

    @Test
    void everythingOfAKindIsReachedHoweverMuchOfItCannotBeDone() throws Exception {
        happened(IntStream.range(0, CROWD)
                .mapToObj(i -> new TakedownOrdered(
                        IdMint.mint(PublicationId.PREFIX, PublicationId::new),
                        TakedownCause.WITHDRAWAL,
                        List.of(),
                        Sample.NOW)));
        run(
                reconciler(TodoKind.TAKEDOWN),
                () -> await().untilAsserted(() -> assertThat(
                                performed.stream().map(Todo::subject).distinct())
                        .hasSize(CROWD)));
    }

    @Test
    void anotherKindIsNotBehindAThousandOfTheFirst() throws Exception {
        happened(crowd(CrowdedListsTest::expired));
        happened(Stream.of(opened(Sample.erasureCase("one"), ANNA)));
        run(
                reconciler(TodoKind.REVOCATION, TodoKind.FOLLOW_UP),
                () -> await().untilAsserted(() -> {
                    assertThat(performed).anyMatch(todo -> todo.kind() == TodoKind.FOLLOW_UP);
                }));
        assertThat(before(todo -> todo.kind() == TodoKind.FOLLOW_UP)).isLessThanOrEqualTo(2L * OpenWork.PAGE);
    }

    @Test
    @Requirement("R18")
    void whoWithdrawsNowIsNotBehindAThousandWhoseTermEnded() throws Exception {
        happened(crowd(CrowdedListsTest::expired));
        happened(Stream.of(withdrawn(ANNA)));
        happened(crowd(person -> expired(person, LATER.plusSeconds(1))));
        run(
                reconciler(TodoKind.REVOCATION),
                () -> await().untilAsserted(() -> assertThat(performed).anyMatch(CrowdedListsTest::isAnna)));
        assertThat(before(CrowdedListsTest::isAnna)).isLessThanOrEqualTo(OpenWork.PAGE);
    }

    @Test
    @Requirement("R18")
    void whoWithdrawsNowIsNotBehindAThousandWhoWithdrewBefore() throws Exception {
        happened(crowd(
                person -> new ConsentEvent.ConsentWithdrawn(person, List.of(), WithdrawnBy.PERSON, 1, Sample.NOW)));
        happened(Stream.of(withdrawn(ANNA)));
        run(
                reconciler(TodoKind.REVOCATION),
                () -> await().untilAsserted(() -> assertThat(performed).anyMatch(CrowdedListsTest::isAnna)));
        assertThat(before(CrowdedListsTest::isAnna)).isLessThanOrEqualTo(OpenWork.PAGE);
    }

    private long before(Predicate<Todo> one) {
        return performed.stream().takeWhile(one.negate()).count();
    }

    private static boolean isAnna(Todo todo) {
        return todo.subject().equals(ANNA.value());
    }

    @Test
    @Requirement("R67")
    void heldOrdersArePassedOverUntilTheirHoldEndsOrIsReleased() throws Exception {
        OpenWork open = new OpenWork(index, clock);
        happened(crowd(CrowdedListsTest::ordered));
        List<Todo> first = open.oldest(TodoKind.ERASURE);
        happened(allHeldUntil(LATER));
        happened(Stream.of(ordered(ANNA)));
        assertThat(open.oldest(TodoKind.ERASURE)).allMatch(CrowdedListsTest::isAnna);
        assertThat(open.latestUrgent(TodoKind.ERASURE)).allMatch(CrowdedListsTest::isAnna);

        PersonId released = new PersonId(first.getFirst().subject());
        happened(Stream.of(new ConsentEvent.HoldReleased(released, KeyScope.IDENTITY, Sample.NOW)));
        assertThat(open.oldest(TodoKind.ERASURE).stream().map(Todo::subject))
                .contains(released.value())
                .hasSize(2);

        clock.setTo(LATER);
        assertThat(open.oldest(TodoKind.ERASURE)).hasSize(OpenWork.PAGE);
    }

    @Test
    void anotherHoldIsLookedAtAtOnce() throws Exception {
        OpenWork open = new OpenWork(index, clock);
        happened(Stream.of(ordered(ANNA)));
        happened(allHeldUntil(LATER));
        assertThat(open.oldest(TodoKind.ERASURE)).isEmpty();
        happened(Stream.of(new ConsentEvent.ElementHeld(
                ANNA, KeyScope.IDENTITY, LATER.plusSeconds(60), Sample.record("why"), Sample.NOW)));
        assertThat(open.oldest(TodoKind.ERASURE)).hasSize(1);
    }

    private Stream<DomainEvent> allHeldUntil(Instant until) {
        return index
                .all("select subject from todo where kind = 'ERASURE'", row -> new PersonId(row.getString(1)))
                .stream()
                .flatMap(person -> {
                    ErasureCaseId id = IdMint.mint(ErasureCaseId.PREFIX, ErasureCaseId::new);
                    return Stream.of(opened(id, person), new ErasureEvent.ErasureHeld(id, until, Sample.NOW));
                });
    }
}
