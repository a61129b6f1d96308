package org.quitclaim.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.RunningCommandSide;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.vault.IdMint;

/** Reading a stream on from where it was read last, over the real event store. */
class StreamsTest {
    private static final Origin ORIGIN = Origin.system("test");

    @TempDir
    static Path data;

    static RunningCommandSide side;

    private static Streams streams;
    private static Commands commands;

    @BeforeAll
    static void start() {
        side = RunningCommandSide.over(data);
        streams = side.bean(Streams.class);
        commands = side.bean(Commands.class);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    private PersonId registered() {
        PersonId person = IdMint.mint(PersonId.PREFIX, PersonId::new);
        commands.send(
                new ConsentCommand.RegisterPerson(person, Capacity.VISITOR, AgeGroup.ADULT, IdMint.recordId()), ORIGIN);
        return person;
    }

    private boolean restricted(Streams of, PersonId person) {
        return of.consent(person) instanceof ConsentState.Known known && known.restricted();
    }

    private void restrict(PersonId person) {
        commands.send(new ConsentCommand.RestrictProcessing(person), ORIGIN);
    }

    private void lift(PersonId person) {
        commands.send(new ConsentCommand.LiftRestriction(person), ORIGIN);
    }

    @Test
    void whatWasRecordedSinceTheLastLookIsSeen() {
        PersonId person = registered();
        assertThat(restricted(streams, person)).isFalse();

        restrict(person);
        assertThat(restricted(streams, person)).isTrue();

        lift(person);
        assertThat(restricted(streams, person)).isFalse();
    }

    @Test
    void aLookThatStartsLateSeesTheSameBeyondASnapshot() {
        PersonId person = registered();
        for (int i = 0; i < 60; i++) {
            restrict(person);
            assertThat(restricted(streams, person)).isTrue();
            lift(person);
            assertThat(restricted(streams, person)).isFalse();
        }
        restrict(person);
        await("the policy that answers each revocation with an event of its own")
                .until(() -> streams.consent(person) instanceof ConsentState.Known known
                        && known.followedUp() == known.revocations());

        Streams fresh = new Streams(side.bean(EventStore.class));
        assertThat(fresh.consent(person)).isEqualTo(streams.consent(person));
        assertThat(restricted(fresh, person)).isTrue();
    }

    @Test
    void anUnknownStreamThatBeginsLaterIsSeen() {
        PersonId person = IdMint.mint(PersonId.PREFIX, PersonId::new);
        assertThat(streams.consent(person)).isEqualTo(ConsentState.NONE);

        commands.send(
                new ConsentCommand.RegisterPerson(person, Capacity.VISITOR, AgeGroup.ADULT, IdMint.recordId()), ORIGIN);
        assertThat(streams.consent(person)).isInstanceOf(ConsentState.Known.class);
    }

    @Test
    void whatIsReadWithinAUnitOfWorkIsNotRemembered() {
        PersonId person = registered();
        Streams fresh = new Streams(side.bean(EventStore.class));
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        try {
            assertThat(restricted(fresh, person)).isFalse();
        } finally {
            work.rollback();
        }
        assertThat(fresh.remembered()).isZero();
    }
}
