package org.quitclaim.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.RunningCommandSide;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.Leftovers;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.ConsentCommand.RegisterPerson;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentEvent.ErasureRequested;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.governance.GovernanceEvent.HistoryDoubted;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;

/** A vault that knows of erasures which this history lacks, and a process that may end at any moment of finding out. */
@Requirement("R64")
class OlderHistoryTest {
    private static final Origin ORIGIN = Origin.system("test");

    private static PersonId erasedOnlyInTheVault(RunningCommandSide side) throws Exception {
        PersonId person = IdMint.mint(PersonId.PREFIX, PersonId::new);
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
        side.bean(Vault.class).shred(KeyRef.first(person, KeyScope.IDENTITY));
        return person;
    }

    /** Every commit is one moment at which the process can end; what a crash leaves is a beginning of this list. */
    private static List<?> committed(RunningCommandSide side) {
        return side.bean(EventStorageEngine.class)
                .readEvents(null, false)
                .map(DomainEventMessage.class::cast)
                .map(message -> (Object) message.getPayload())
                .toList();
    }

    private static boolean doubted(List<?> history) {
        return history.stream().anyMatch(HistoryDoubted.class::isInstance);
    }

    private static boolean saidAgain(List<?> history) {
        return history.stream().anyMatch(event -> event instanceof ErasureOrdered || event instanceof ErasureRequested);
    }

    private static boolean isErased(RunningCommandSide side, PersonId person) {
        return side.bean(Streams.class).consent(person) instanceof Known known && known.erasureRequested();
    }

    @Test
    void whereverAProcessEndsNoErasureIsSaidAgainWithoutTheDoubtThatHoldsEverythingElse(@TempDir Path data)
            throws Exception {
        try (RunningCommandSide side = RunningCommandSide.over(data)) {
            PersonId person = erasedOnlyInTheVault(side);
            side.bean(WhenHistoryIsOlderThenErase.class).run();

            assertThat(isErased(side, person)).isTrue();
            List<?> history = committed(side);
            assertThat(saidAgain(history)).isTrue();
            for (int end = 0; end <= history.size(); end++) {
                List<?> left = history.subList(0, end);
                assertThat(!saidAgain(left) || doubted(left))
                        .as("after %d of %d events", end, history.size())
                        .isTrue();
            }
        }
    }

    @Test
    void aProcessThatEndedAfterTheDoubtSaysTheErasureAtTheNextStart(@TempDir Path data) throws Exception {
        try (RunningCommandSide side = RunningCommandSide.over(data)) {
            PersonId person = erasedOnlyInTheVault(side);
            side.bean(Leftovers.class).historyIsOlder();
            side.bean(WhenHistoryIsOlderThenErase.class).run();
            assertThat(isErased(side, person)).isTrue();
            assertThat(side.bean(Leftovers.class).mayBeDestroyed()).isFalse();
        }
    }

    @Test
    void whatTheHistoryKnowsRaisesNoDoubt(@TempDir Path data) throws Exception {
        try (RunningCommandSide side = RunningCommandSide.over(data)) {

            PersonId person = erasedOnlyInTheVault(side);
            side.bean(Commands.class).send(new RequestErasure(person), ORIGIN);
            side.bean(WhenHistoryIsOlderThenErase.class).run();
            assertThat(doubted(committed(side))).isFalse();
            assertThat(side.bean(Streams.class)
                            .governance(side.bean(Installation.class).id()))
                    .isInstanceOfSatisfying(
                            Founded.class,
                            founded -> assertThat(founded.doubts().open()).isEmpty());
        }
    }
}
