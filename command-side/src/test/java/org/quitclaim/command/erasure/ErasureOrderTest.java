package org.quitclaim.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.RefusingRecords;
import org.quitclaim.command.RunningCommandSide;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.erasure.ErasureCases.Order;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.ConsentCommand.RegisterPerson;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureCaseOpened;
import org.quitclaim.domain.erasure.ErasureEvent.ErasureStepRecorded;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.ParkedBecause;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.IdMint;

/** From the order to the destruction of the key, over the real event store, lists and duties. */
class ErasureOrderTest {
    private static final Origin ORIGIN = Origin.system("test");

    @TempDir
    static Path data;

    static RunningCommandSide side;

    private static Streams streams;
    private static ErasureCases cases;
    private static RefusingRecords disk;

    @BeforeAll
    static void start() {
        side = RunningCommandSide.over(data);
        streams = side.bean(Streams.class);
        cases = side.bean(ErasureCases.class);
        disk = side.bean(RefusingRecords.class);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @AfterEach
    void mendTheDisk() {
        disk.takeAll();
    }

    private static Order registeredAndOrdered() {
        PersonId person = IdMint.mint(PersonId.PREFIX, PersonId::new);
        registered(person);
        side.bean(Commands.class).send(new RequestErasure(person), ORIGIN);
        return new Order(person, KeyScope.IDENTITY, 1);
    }

    private static void registered(PersonId person) {
        side.bean(SealedCommands.class)
                .send(
                        ORIGIN,
                        draft -> new RegisterPerson(
                                person,
                                Capacity.VISITOR,
                                AgeGroup.ADULT,
                                draft.text(
                                        person,
                                        KeyScope.IDENTITY,
                                        RecordKinds.IDENTITY,
                                        "{\"name\":\"Somebody Drawn\",\"email\":\"drawn@example.org\"}")));
    }

    private static Open open(Order order) {
        return cases.find(cases.idOf(order)).orElseThrow();
    }

    /** Also of a case that was closed since. */
    private static boolean isDestroyed(Order order) {
        return streams.events(cases.idOf(order))
                .anyMatch(event -> event instanceof ErasureStepRecorded one && one.step() == ErasureStep.KEY_DESTROYED);
    }

    @Test
    @Requirement("R72")
    void theKeyGoesEvenIfWhatTheSearchWouldLookForCannotBeWrittenDown() {
        disk.refuse(RecordKinds.FINGERPRINTS);
        Order order = registeredAndOrdered();
        await().untilAsserted(() -> assertThat(isDestroyed(order)).isTrue());
        assertThat(open(order).parked())
                .as("somebody has to see that it will not be looked for")
                .hasEntrySatisfying(
                        ErasureStep.SEARCH_CLEAN,
                        parked -> assertThat(parked.why()).isEqualTo(ParkedBecause.FAILED));
        assertThat(open(order).lookedFor()).isEmpty();
    }

    @Test
    void aDiskThatIsMendedInTimeIsWrittenTo() {
        Reconciler reconciler = side.bean(Reconciler.class);
        reconciler.stop();
        try {
            disk.refuse(RecordKinds.FINGERPRINTS);
            Order order = registeredAndOrdered();
            assertThatThrownBy(() -> cases.open(order, ORIGIN)).isInstanceOf(VaultUnavailable.class);
            assertThat(open(order).work().dueOn())
                    .as("the case is open, with its due date and alarms")
                    .isAfter(Sample.TODAY);
            assertThat(open(order).lookedFor()).isEmpty();
            disk.takeAll();
            cases.open(order, ORIGIN);
            assertThat(open(order).lookedFor()).hasSize(1);
        } finally {
            reconciler.start();
        }
    }

    /** A person was registered while the clock was ahead; her history gives that time to whatever follows. */
    @Test
    @Requirement("R48")
    void an_order_in_a_history_from_the_future_is_due_a_month_from_now() {
        Instant now =
                Sample.TODAY.plusDays(1).atTime(12, 0).atZone(Sample.AMSTERDAM).toInstant();
        PersonId person = IdMint.mint(PersonId.PREFIX, PersonId::new);
        side.clockTo(now.plus(Duration.ofDays(400)));
        registered(person);
        side.clockTo(now);
        side.bean(Commands.class).send(new RequestErasure(person), ORIGIN);
        Order order = new Order(person, KeyScope.IDENTITY, 1);
        await().untilAsserted(() -> assertThat(isDestroyed(order)).isTrue());
        assertThat(dueOn(order)).isEqualTo(Sample.TODAY.plusDays(1).plusMonths(1));
    }

    private static LocalDate dueOn(Order order) {
        return streams.events(cases.idOf(order))
                .filter(ErasureCaseOpened.class::isInstance)
                .map(event -> ((ErasureCaseOpened) event).dueOn())
                .findFirst()
                .orElseThrow();
    }

    /** Half past midnight in Amsterdam, still the day before in UTC. */
    @Test
    @Requirement("R48")
    void theMonthIsCountedFromTheOrderInTheInstallationsZone() {
        Instant ordered =
                Sample.TODAY.plusDays(1).atTime(0, 30).atZone(Sample.AMSTERDAM).toInstant();
        Reconciler reconciler = side.bean(Reconciler.class);
        reconciler.stop();
        Order order;
        try {
            side.clockTo(ordered);
            order = registeredAndOrdered();
            side.clockTo(ordered.plusSeconds(3 * 86_400));
        } finally {
            reconciler.start();
        }
        await().untilAsserted(() -> assertThat(isDestroyed(order)).isTrue());
        assertThat(dueOn(order)).isEqualTo(Sample.TODAY.plusDays(1).plusMonths(1));
    }
}
